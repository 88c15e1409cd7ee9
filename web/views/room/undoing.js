/** What one has just done and may take back, for eight seconds after it is saved, and until others go on from it. */
import { Value } from '../../core/source.js';
import { meant, standing } from './touched.js';

const LASTS = 8;

export const undoingOf = ({ app, log, ui }) => ui.kept('undoing', () => new Undoing(app, log));

export class Undoing {
  #app;
  #log;
  #offered = new Value(null);
  #left = new Value(0);
  #timer = null;
  #awaited = null;
  /** How what was touched stood when the act had been told here. */
  #stood = null;
  #deaf = null;

  constructor(app, log) {
    this.#app = app;
    this.#log = log;
  }

  /** `{op, undo: {op, args}, seq}`, or null. */
  get offered() {
    return this.#offered.value;
  }

  /** Seconds. */
  get left() {
    return this.#left.value;
  }

  /** `item`: of the outbox. Of several acts the last one can be taken back, and none once another was done. */
  async await(item) {
    const { op, args } = item;
    this.close();
    this.#awaited = item;
    const { saved, undo, seq } = await item.answer;
    if (saved && undo && this.#awaited === item) this.#offer({ op, args, undo, seq });
  }

  #offer(offered) {
    clearInterval(this.#timer);
    this.#offered.value = offered;
    this.#left.value = LASTS;
    this.#timer = setInterval(() => this.#count(), 1000);
    this.#stood = meant(offered);
    this.#deaf?.();
    this.#deaf = this.#app.records.changed.on(({ log }) => log === this.#log && this.#look());
    this.#look();
    this.#app.draw();
  }

  /** Somebody may have gone on from what was done. */
  #look() {
    const records = this.#app.records.log(this.#log);
    if (!this.offered || (records.at?.seq ?? 0) < this.offered.seq) return;
    const stands = standing(records, this.offered);
    this.#stood ??= stands;
    if (stands !== this.#stood) this.close();
  }

  #count() {
    this.#left.value -= 1;
    if (this.#left.value <= 0) return this.close();
    this.#app.draw();
  }

  /** An edit is taken back on what it made. */
  takeBack() {
    const { undo, seq } = this.offered;
    this.close();
    return this.#app.submit(this.#log, undo.op, undo.args, { on: seq });
  }

  close() {
    clearInterval(this.#timer);
    this.#awaited = null;
    this.#deaf?.();
    this.#deaf = null;
    if (this.#offered.value === null) return;
    this.#offered.value = null;
    this.#app.draw();
  }
}
