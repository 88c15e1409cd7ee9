/** Logs the server says it cannot read: each is left alone for a minute, and then asked for again. */
const AWHILE = 60_000;

export class Barred {
  #since = new Map();
  #now;

  constructor(now) {
    this.#now = now;
  }

  add(log) {
    this.#since.set(log, this.#now());
  }

  has(log) {
    return this.#since.has(log);
  }

  /** Those whose minute is over; they are barred no more. */
  release() {
    const due = [...this.#since].filter(([, since]) => this.#now() - since >= AWHILE).map(([log]) => log);
    for (const log of due) this.#since.delete(log);
    return due;
  }
}
