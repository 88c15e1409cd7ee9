/**
 * A stored file taken back, and brought back: by commands of its log, as any other is sent.
 *
 *     const taking = new Taking(app, log, file)
 *     taking.may · taking.withdraw() · taking.restore() · taking.isWithdrawn · taking.busy · taking.item   what is on its way, or refused
 */
import { ACTS } from '../../core/wire.js';

const [WITHDRAW, RESTORE] = ['file.withdraw', 'file.restore'];

export class Taking {
  #app;
  #log;
  item = null;
  isWithdrawn = false;

  constructor(app, log, file) {
    this.#app = app;
    this.#log = log;
    this.file = file;
  }

  /** A server of before knows no such command. */
  get may() {
    return WITHDRAW in ACTS && Boolean(this.#log) && Boolean(this.file) && this.#app.may(WITHDRAW);
  }

  get busy() {
    return this.item !== null && this.item.state !== 'refused';
  }

  withdraw(done) {
    return this.#send(WITHDRAW, true, done);
  }

  restore(done) {
    return this.#send(RESTORE, false, done);
  }

  async #send(op, comes, done) {
    if (this.busy) return;
    if (this.item) this.#app.outbox.dismiss(this.item.id);
    const item = (this.item = this.#app.submit(this.#log, op, { file: this.file }));
    const { saved } = await item.answer;
    if (this.item !== item || item.state === 'refused') return;
    this.item = null;
    if (saved) {
      this.isWithdrawn = comes;
      done?.();
    }
    this.#app.draw();
  }
}
