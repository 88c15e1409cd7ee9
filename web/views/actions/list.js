/**
 * The actions of every channel, read over HTTP: again every five seconds while the page is in sight, and at once after
 * something of them was saved. No channel's log is followed for them.
 *
 *     const list = new ActionList({ changed });
 *     list.channels      `[{ channel, log, actions, overview? }]`, or null until there was an answer
 *     list.settled       the same of what is done or dropped, once `list.look(true)` asked for it
 *     list.take(item)    one's own command was saved: it is laid over the rows (`list.savedIn(log)`) until an answer has it
 *     list.day · list.failed · list.ask() · list.stop()
 */
import { api } from '../../core/http.js';
import { Polling } from '../../core/polling.js';

const REFRESH = 5_000;
const PATIENCE = 8_000;

export class ActionList {
  #read;
  #polling;
  #all = false;
  /** What was saved and is not in an answer yet: without it the row would show for a moment what it was before. */
  #saved = [];
  channels = null;
  settled = null;
  day = null;
  failed = false;

  constructor({ changed, read = (path) => api(path, { patience: PATIENCE }), ...device }) {
    this.#read = read;
    this.#polling = new Polling({ every: REFRESH, take: () => this.#take(), changed, ...device });
  }

  look(settled) {
    this.#all = settled;
    this.ask();
  }

  ask() {
    this.#polling.ask();
  }

  /** A command of one's own was saved. */
  take(item) {
    this.#saved.push(item);
    this.ask();
  }

  /** Oldest first. */
  savedIn(log) {
    return this.#saved.filter((item) => item.log === log);
  }

  stop() {
    this.#polling.stop();
  }

  /** What was known stays when there is no answer. */
  async #take() {
    const known = this.#saved.length;
    try {
      const [open, settled] = await Promise.all([
        this.#read('/api/actions'),
        this.#all ? this.#read('/api/actions?settled=1') : null,
      ]);
      this.channels = open.channels;
      this.day = open.day;
      if (settled) this.settled = settled.channels;
      this.#saved.splice(0, known);
      this.failed = false;
    } catch {
      this.failed = true;
    }
    return true;
  }
}
