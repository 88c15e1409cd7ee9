/**
 * Where the outbox keeps its items: on the device, and as long as the page lives in memory as well.
 *
 *     await storage.put(item) · remove(id) · of(member) · others(member)      never reject, always settle
 *     storage.lasting         false once the device keeps nothing: what is unsent is on this page alone
 *     storage.changed.on(…)
 *
 * A database that fails or does not answer is opened once more and given everything again; iOS takes it from a page in
 * the background, private windows refuse it, some hang. When that does not help the page says so and goes on without.
 * One that only was slow to open is still taken when it comes.
 */
import { Database } from './database.js';
import { Signal } from './signal.js';

const PATIENCE = 2_500;

export class Storage {
  #open;
  #patience;
  #later;
  #page = new Map();
  #database = null;
  #opening = null;
  lasting = true;
  changed = new Signal();

  /** `open(lost)` → a promise of a `Database`; `later(fn, ms)` schedules. */
  constructor({ open = Database.open, patience = PATIENCE, later = (fn, ms) => setTimeout(fn, ms) } = {}) {
    this.#open = open;
    this.#patience = patience;
    this.#later = later;
  }

  async of(member) {
    return (await this.#all()).filter((item) => item.member === member);
  }

  async others(member) {
    return (await this.#all()).filter((item) => item.member !== member);
  }

  put(item) {
    const kept = structuredClone(item);
    this.#page.set(kept.id, kept);
    return this.#ask((database) => database.put([kept]));
  }

  remove(id) {
    this.#page.delete(id);
    return this.#ask((database) => database.remove(id));
  }

  async #all() {
    const kept = (await this.#ask((database) => database.all())) ?? [];
    return [
      ...new Map([...kept, ...structuredClone([...this.#page.values()])].map((item) => [item.id, item])).values(),
    ];
  }

  async #ask(run) {
    const database = await (this.#opening ??= this.#begin());
    if (!database) return undefined;
    try {
      return await this.#within(run(database));
    } catch {
      return this.#askAgain(database, run);
    }
  }

  async #askAgain(lost, run) {
    const database = await this.#reopen(lost);
    if (!database) return undefined;
    try {
      return await this.#within(run(database));
    } catch {
      this.#giveUp();
      return undefined;
    }
  }

  /** However many requests fail at a time, it is opened once. */
  #reopen(lost) {
    if (lost !== null && lost === this.#database) {
      this.#database = null;
      lost.close();
      this.#opening = this.#begin();
    }
    return this.#opening;
  }

  async #begin() {
    try {
      return await this.#opened();
    } catch (fault) {
      if (fault !== SILENT) {
        try {
          return await this.#opened();
        } catch {
          // Refused twice.
        }
      }
      this.#giveUp();
      return null;
    }
  }

  async #opened() {
    let late = false;
    const opening = this.#open(() => this.#reopen(this.#database)).then((database) => this.#take(database, () => late));
    try {
      return await this.#within(opening);
    } catch (fault) {
      late = true;
      throw fault;
    }
  }

  /** What this page has put is put again: the database may be another, or have lost what it was not told to keep. */
  async #take(database, isLate) {
    await database.put([...this.#page.values()]);
    this.#database = database;
    if (isLate()) {
      this.#opening = Promise.resolve(database);
      this.#become(true);
    }
    return database;
  }

  #giveUp() {
    this.#database = null;
    this.#opening = Promise.resolve(null);
    this.#become(false);
  }

  #become(lasting) {
    if (this.lasting === lasting) return;
    this.lasting = lasting;
    this.changed.emit();
  }

  #within(promise) {
    return new Promise((resolve, reject) => {
      promise.then(resolve, reject);
      this.#later(() => reject(SILENT), this.#patience);
    });
  }
}

const SILENT = new Error('no answer');
