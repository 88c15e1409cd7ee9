/**
 * A stored file taken back, and brought back: by commands of its log, as any other is sent.
 *
 *     const taking = new Taking(app, log, file)
 *     taking.may · taking.withdraw() · taking.restore() · taking.isWithdrawn · taking.busy · taking.item   what is on its way, or refused
 */
import { admits } from '../../core/acts.js';
import { ACTS } from '../../core/wire.js';

const [WITHDRAW, RESTORE] = ['file.withdraw', 'file.restore'];

export class Taking {
  #app;
  #log;
  #isMine;
  item = null;
  isWithdrawn = false;

  /** `isMine`: it has just been brought from here, and its record may be on its way. */
  constructor(app, log, file, { isMine = false } = {}) {
    this.#app = app;
    this.#log = log;
    this.#isMine = isMine;
    this.file = file;
  }

  /** A server of before knows no such command. */
  get may() {
    const { me } = this.#app;
    if (!(WITHDRAW in ACTS) || !this.#log || !this.file || !me) return false;
    const isAuthor = this.#isMine || this.#app.records.log(this.#log).get('file', this.file)?.by === me.member;
    return admits(WITHDRAW, me, { isAuthor });
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
