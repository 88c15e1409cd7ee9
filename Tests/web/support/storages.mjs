/** Storages for tests: one that keeps nothing beyond the page, and databases that misbehave in every known way. */
import { Storage } from '../../../web/core/storage.js';

const refused = () => Promise.reject(new Error('refused'));
const never = () => new Promise(() => {});

/** As where the browser refuses IndexedDB. */
export const pageOnly = () => new Storage({ open: refused, later: () => {} });

/** What a device keeps, and the databases opened on it. `fault`: 'refuses', 'hangs', 'hangsOnPut', 'fails'. */
export class Device {
  kept = new Map();
  fault = null;
  opened = 0;
  #waiting = [];
  #lost = null;

  open = (lost) => {
    this.opened += 1;
    if (this.fault === 'refuses') return refused();
    if (this.fault === 'hangs') {
      return new Promise((resolve) => this.#waiting.push(() => resolve(this.#database(lost))));
    }
    return Promise.resolve(this.#database(lost));
  };

  /** What hung comes through at last. */
  wake() {
    this.fault = null;
    for (const go of this.#waiting.splice(0)) go();
  }

  /** The browser takes the database away, and may tell. */
  takeAway({ told = false } = {}) {
    const lost = this.#lost;
    this.current.gone = true;
    if (told) lost();
  }

  #database(lost) {
    this.#lost = lost;
    const database = {
      gone: false,
      all: () => this.#answer(database, () => structuredClone([...this.kept.values()])),
      put: (items) => (this.fault === 'hangsOnPut' && items.length ? never() : this.#answer(database, () => {
        for (const item of items) this.kept.set(item.id, item);
      })),
      remove: (id) => this.#answer(database, () => this.kept.delete(id)),
      close: () => (database.gone = true),
    };
    this.current = database;
    return database;
  }

  async #answer(database, run) {
    if (database.gone || this.fault === 'fails') throw new Error('InvalidStateError');
    return run();
  }
}
