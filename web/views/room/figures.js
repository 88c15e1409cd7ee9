/**
 * The figures of shows that are only compared with: asked for while they are looked at, one question for all of them, and
 * again every ten seconds, because numbers change for days. Their logs are not followed for it.
 *
 *     figures.want(ids)     those that the open page compares with; none: nothing is asked
 *     figures.get(id)       `{latest, snapshots}`, null until it is told; of a show without numbers `latest.values` is empty
 *     figures.failed        whether the last question was not answered, `figures.ask()` asks again
 *     figures.close()
 */
import { api } from '../../core/http.js';
import { Source } from '../../core/source.js';

const REFRESH = 10_000;
const NOTHING = Object.freeze({ latest: { values: {}, from: {}, derived: [], versions: {} }, snapshots: {} });
const DEVICE = { setTimeout: (run, ms) => setTimeout(run, ms), clearTimeout: (timer) => clearTimeout(timer) };

export class Figures {
  #draw;
  #read;
  #page;
  #time;
  #wanted = [];
  #known = new Map();
  #source = new Source();
  #timer = null;
  #asking = null;
  #failed = false;
  #seen = () => this.ask();

  constructor(draw, { read = api, page = globalThis.document, time = DEVICE } = {}) {
    this.#draw = draw;
    this.#read = read;
    this.#page = page;
    this.#time = time;
    page?.addEventListener?.('visibilitychange', this.#seen);
  }

  want(ids) {
    if (ids.join() === this.#wanted.join()) return;
    this.#wanted = ids;
    this.ask();
  }

  get(id) {
    this.#source.read();
    return this.#known.get(id) ?? null;
  }

  get failed() {
    this.#source.read();
    return this.#failed;
  }

  async ask() {
    this.#time.clearTimeout(this.#timer);
    const wanted = this.#wanted;
    if (wanted.length === 0 || this.#page?.hidden || this.#asking === wanted) return;
    this.#asking = wanted;
    const told = await this.#read(`/api/figures?shows=${wanted.join()}`).then((answer) => answer.shows, () => null);
    this.#asking = null;
    if (this.#wanted !== wanted) return this.#wanted.length > 0 ? this.ask() : undefined;
    this.#take(wanted, told);
    this.#time.clearTimeout(this.#timer);
    this.#timer = this.#time.setTimeout(() => this.ask(), REFRESH);
  }

  close() {
    this.#wanted = [];
    this.#time.clearTimeout(this.#timer);
    this.#page?.removeEventListener?.('visibilitychange', this.#seen);
  }

  #take(wanted, told) {
    const before = JSON.stringify([this.#failed, ...wanted.map((id) => this.#known.get(id))]);
    this.#failed = told === null;
    if (told) {
      for (const id of wanted) this.#known.set(id, NOTHING);
      for (const { show, latest, snapshots } of told) this.#known.set(show, { latest, snapshots });
    }
    if (JSON.stringify([this.#failed, ...wanted.map((id) => this.#known.get(id))]) === before) return;
    this.#source.touch();
    this.#draw();
  }
}
