/**
 * What channels list whose logs the page does not follow: asked for over HTTP, again every five seconds while the page is in
 * sight, and at once after news of the directory, after what was saved there, and with a new line.
 *
 *     const lists = new FurtherLists({ records, connection, told })
 *     lists.want(logs, actions)     from now on of these; of none: nothing is asked
 *     lists.ask(log)                at once, if it is one of these
 *
 * What is told is laid into the records of each log. `told(failed)` hears of every answer.
 */
import { api } from './http.js';
import { Polling } from './polling.js';

const REFRESH = 5_000;
const PATIENCE = 8_000;
/** Of one request. */
const AT_ONCE = 50;

export class FurtherLists {
  #records;
  #told;
  #read;
  #device;
  #polling = null;
  #logs = [];
  #actions = false;
  /** Of these all that is wanted was told before. */
  #known = new Set();

  constructor({ records, connection, told, read = (path) => api(path, { patience: PATIENCE }), ...device }) {
    this.#records = records;
    this.#told = told;
    this.#read = read;
    this.#device = device;
    records.changed.on(({ log }) => log === connection.me?.directory && this.#polling?.ask());
    connection.welcomed?.on(() => this.#polling?.ask());
  }

  want(logs, actions = false) {
    if (logs.join() === this.#logs.join() && actions === this.#actions) return;
    const more = logs.some((log) => !this.#logs.includes(log)) || actions !== this.#actions;
    if (actions !== this.#actions) this.#known.clear();
    [this.#logs, this.#actions] = [logs, actions];
    if (logs.length === 0) {
      this.#polling?.stop();
      this.#polling = null;
    } else if (!this.#polling) {
      this.#polling = new Polling({ every: REFRESH, take: () => this.#take(), changed() {}, ...this.#device });
    } else if (more) this.#polling.ask();
  }

  ask(log) {
    if (this.#logs.includes(log)) this.#polling.ask();
  }

  async #take() {
    try {
      for (let at = 0; at < this.#logs.length; at += AT_ONCE) await this.#ask(this.#logs.slice(at, at + AT_ONCE));
      this.#told(false);
    } catch {
      this.#told(true);
    }
    return false;
  }

  async #ask(logs) {
    const actions = this.#actions;
    const seqOf = (log) => (this.#known.has(log) ? this.#records.log(log).told : null);
    const names = logs.map((log) => (seqOf(log) === null ? log : `${log}:${seqOf(log)}`));
    const { lists } = await this.#read(`/api/lists?logs=${names.join(',')}${actions ? '&actions=1' : ''}`);
    for (const list of lists) {
      this.#records.list(list);
      if (actions === this.#actions) this.#known.add(list.log);
    }
    // Of what may not be followed nothing is told.
    for (const log of logs) {
      const { kind, refused } = this.#records.log(log);
      if (kind === null && refused === null) this.#records.refuse({ log, code: 'notFound' });
    }
  }
}
