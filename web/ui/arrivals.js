/**
 * New cards of others announce themselves and wait, so that nothing jumps under the reader's eyes.
 *
 *     const arrivals = new Arrivals();
 *     const visible = arrivals.sift(records, record => record.by === me);   // own ones are let in at once
 *     arrivals.waiting     how many stand outside: draw a button that says so
 *     arrivals.admit()     lets them in: on that button, on the reader's own act, on another filter
 *
 * What is there at the first look is let in; so is what comes where nothing is being read.
 */
export class Arrivals {
  #known = null;
  #outside = new Set();
  #seen = null;

  get waiting() {
    return this.#outside.size;
  }

  /** The very array it was given when nobody waits. */
  sift(records, isMine) {
    if (records === this.#seen) return records;
    if (this.#known === null) this.#known = new Set(records.map((record) => record.id));
    if (this.#outside.size) this.#outside = new Set();
    for (const record of records) {
      if (this.#known.has(record.id)) continue;
      if (isMine(record)) this.#known.add(record.id);
      else this.#outside.add(record.id);
    }
    if (this.#outside.size === records.length) this.admit();
    this.#seen = this.#outside.size ? null : records;
    return this.#outside.size ? records.filter((record) => !this.#outside.has(record.id)) : records;
  }

  admit() {
    for (const id of this.#outside) this.#known.add(id);
    this.#outside = new Set();
  }
}
