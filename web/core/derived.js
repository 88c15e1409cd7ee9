/**
 * Values worked out from sources (source.js): anew only when one of those has changed, and changed themselves only when the
 * outcome is another.
 *
 *     const shown = new Derived((before) => sift(records.all('issue')), sameList);     shown.value
 *     const votes = new Keyed(() => new Map(…));     votes.get(id): who reads one entry hears only of that
 *
 * The work has no other effect. It is given what came of it the last time.
 */
import { Keys, Notes, Source } from './source.js';

export class Derived {
  #work;
  #same;
  #value;
  #notes = null;
  #source = new Source(this);

  constructor(work, same = Object.is) {
    this.#work = work;
    this.#same = same;
  }

  get value() {
    const value = this.settled();
    this.#source.read();
    return value;
  }

  /** Which of all changes was the last that made another of it. */
  get changed() {
    return this.#source.changed;
  }

  /** As it is by now; not noted. */
  settled() {
    if (this.#notes?.hold) return this.#value;
    const notes = new Notes();
    const value = notes.take(() => this.#work(this.#value));
    if (this.#notes === null || !this.#same(value, this.#value)) {
      this.#value = value;
      this.#source.changed = notes.newest;
    }
    this.#notes = notes;
    return this.#value;
  }
}

export class Keyed {
  #whole;
  #same;
  #entries = new Keys((key) => new Entry(this.#whole, key, this.#same).source);

  constructor(work, same = Object.is) {
    this.#whole = new Derived(work);
    this.#same = same;
  }

  get(key) {
    this.#entries.read(key);
    return this.#whole.settled().get(key);
  }
}

class Entry {
  #whole;
  #key;
  #same;
  #value;
  #seen;
  source = new Source(this);

  constructor(whole, key, same) {
    this.#whole = whole;
    this.#key = key;
    this.#same = same;
    this.#value = whole.settled().get(key);
    this.#seen = this.source.changed = whole.changed;
  }

  settled() {
    const map = this.#whole.settled();
    if (this.#seen === this.#whole.changed) return;
    this.#seen = this.#whole.changed;
    const value = map.get(this.#key);
    if (this.#same(value, this.#value)) return;
    this.#value = value;
    this.source.changed = this.#seen;
  }
}
