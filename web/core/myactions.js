/**
 * How many open actions are this member's, for the name of their page: asked for while that stands on the page, every twenty
 * seconds, and at once after something of them was saved.
 *
 *     const mine = new MyActions({ app });
 *     mine.count       0 until there was an answer
 */
import { api } from './http.js';
import { Polling } from './polling.js';

const REFRESH = 20_000;
const PATIENCE = 8_000;
const ABOUT = /^(action|solution)\./;
const SHOWN = new Set(['lobby', 'actions', 'playbook']);

export class MyActions {
  #app;
  #read;
  count = 0;

  constructor({ app, read = (path) => api(path, { patience: PATIENCE }), ...device }) {
    this.#app = app;
    this.#read = read;
    const polling = new Polling({ every: REFRESH, take: () => this.#take(), changed: () => app.draw(), ...device });
    app.outbox.saved.on(({ op }) => ABOUT.test(op) && polling.ask());
    app.router.changed.on(() => polling.ask());
  }

  /** What was known stays where there is no answer. */
  async #take() {
    if (!this.#app.me || !SHOWN.has(this.#app.router.current?.name)) return false;
    const before = this.count;
    try {
      this.count = (await this.#read('/api/actions/mine')).mine;
    } catch {
      return false;
    }
    return this.count !== before;
  }
}
