/**
 * One form, one command: what became of it, in the form itself.
 *
 *     const sent = new Submission(app, { saved: () => close() });
 *     sent.send(log, op, args, { on })     not while one is on its way
 *     sent.busy · sent.line()              the state, or the refusal in words; the fields keep what was typed
 *
 * Offline the command waits in the outbox; the form says so and may be closed.
 */
import { h } from './dom.js';
import { itemState } from './status.js';

export class Submission {
  #app;
  #saved;
  #item = null;

  constructor(app, { saved }) {
    this.#app = app;
    this.#saved = saved;
  }

  get busy() {
    return this.#item !== null && this.#item.state !== 'refused';
  }

  get refusal() {
    return this.#item?.state === 'refused' ? this.#item : null;
  }

  async send(log, op, args, options) {
    if (this.busy) return;
    this.clear();
    const item = this.#app.submit(log, op, args, options);
    this.#item = item;
    const answer = await item.answer;
    if (this.#item !== item || item.state === 'refused') return;
    this.#item = null; // saved, or taken out of the outbox: the words still stand in the form
    if (answer.saved) this.#saved(answer);
    this.#app.draw();
  }

  /** The refused attempt is taken back: its words stand in the form. */
  clear() {
    if (this.#item?.state === 'refused') this.#app.outbox.dismiss(this.#item.id);
    if (!this.busy) this.#item = null;
  }

  line() {
    return this.#item && h('p', { class: 'submission', key: 'submission' }, itemState(this.#item));
  }
}
