/**
 * New cards of others announce themselves and wait, so that nothing jumps under the reader's eyes.
 *
 *     const arrivals = new Arrivals();
 *     const visible = arrivals.sift(records, record => record.by === me);   // own ones are let in at once
 *     arrivals.waiting     how many stand outside: draw a button that says so
 *     arrivals.admit()     lets them in: on that button, on the reader's own act, on another filter
 *
 * What is there at the first look is let in.
 */
export class Arrivals {
  #known = null;
  #outside = new Set();

  get waiting() {
    return this.#outside.size;
  }

  sift(records, isMine) {
    if (this.#known === null) this.#known = new Set(records.map(record => record.id));
    this.#outside = new Set();
    return records.filter(record => {
      if (this.#known.has(record.id)) return true;
      if (isMine(record)) {
        this.#known.add(record.id);
        return true;
      }
      this.#outside.add(record.id);
      return false;
    });
  }

  admit() {
    for (const id of this.#outside) this.#known.add(id);
    this.#outside = new Set();
  }
}
