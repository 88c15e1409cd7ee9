/**
 * The actions of every channel, read over HTTP: again every five seconds while the page is in sight, and at once after
 * something of them was saved. No channel's log is followed for them.
 *
 *     const list = new ActionList({ changed });
 *     list.channels      `[{ channel, log, actions, overview? }]`, or null until there was an answer
 *     list.settled       the same of what is done or dropped, once `list.look(true)` asked for it
 *     list.day · list.failed · list.ask() · list.stop()
 */
import { api } from '../../core/http.js';

const REFRESH = 5_000;
const PATIENCE = 8_000;

export class ActionList {
  #changed;
  #read;
  #page;
  #time;
  #timer = null;
  #asking = false;
  #again = false;
  #stopped = false;
  #all = false;
  #seen = () => this.ask();
  channels = null;
  settled = null;
  day = null;
  failed = false;

  constructor({ changed, read = (path) => api(path, { patience: PATIENCE }), page = document, time = globalThis }) {
    this.#changed = changed;
    this.#read = read;
    this.#page = page;
    this.#time = time;
    page.addEventListener('visibilitychange', this.#seen);
    this.ask();
  }

  look(settled) {
    this.#all = settled;
    this.ask();
  }

  async ask() {
    this.#time.clearTimeout(this.#timer);
    if (this.#page.hidden || this.#stopped) return;
    if (this.#asking) {
      this.#again = true;
      return;
    }
    this.#asking = true;
    this.#again = false;
    await this.#take();
    this.#asking = false;
    if (this.#stopped) return;
    this.#changed();
    if (this.#again) this.ask();
    else this.#timer = this.#time.setTimeout(() => this.ask(), REFRESH);
  }

  stop() {
    this.#stopped = true;
    this.#time.clearTimeout(this.#timer);
    this.#page.removeEventListener('visibilitychange', this.#seen);
  }

  /** What was known stays when there is no answer. */
  async #take() {
    try {
      const [open, settled] = await Promise.all([
        this.#read('/api/actions'),
        this.#all ? this.#read('/api/actions?settled=1') : null,
      ]);
      this.channels = open.channels;
      this.day = open.day;
      if (settled) this.settled = settled.channels;
      this.failed = false;
    } catch {
      this.failed = true;
    }
  }
}
