/** The minutes of a show's series, fetched when first looked at and kept while the room is open. */
import { api } from '../../core/http.js';
import { Keys } from '../../core/source.js';
import { wholeMinute } from './minutes.js';

/** The longest answer there is, on a slow line. */
const PATIENCE = 180_000;

export class SeriesData {
  #app;
  #held = new Map();
  #keys = new Keys();

  constructor(app) {
    this.#app = app;
  }

  /**
   * `{data, loading, failed, retry}`: `data` is `/api/series`' answer, null until it is there. A new import is a new series
   * and is fetched anew.
   */
  of(show) {
    if (!show?.series) return { data: null, loading: false, failed: false };
    const key = `${show.id} ${show.series.id}`;
    this.#keys.read(key);
    if (!this.#held.has(key)) this.#load(key, show);
    const held = this.#held.get(key);
    return held.told ? { ...held, data: counted(held, show.start) } : held;
  }

  #load(key, show) {
    const retry = () => {
      this.#load(key, show);
      this.#app.draw();
    };
    this.#hold(key, { data: null, loading: true, failed: false, retry });
    const settle = (change) => {
      this.#hold(key, { ...this.#held.get(key), loading: false, ...change });
      this.#app.draw();
    };
    api(`/api/series?log=${show.id}&series=${encodeURIComponent(show.series.id)}`, { patience: PATIENCE })
      .then((told) => settle({ told }), () => settle({ failed: true }));
  }

  #hold(key, held) {
    this.#held.set(key, held);
    this.#keys.touch(key);
  }
}

/** Minutes are counted from the start that is known now; the file's were from the one known when it was imported. */
function counted(held, start) {
  if (held.from !== start || !held.data) {
    Object.assign(held, { from: start, data: inMinutes(sinceStart(held.told, start)) });
  }
  return held.data;
}

/** With its offsets from that start: `from` is the time of the first. */
export function sinceStart(told, start) {
  const shift = start ? Math.floor((told.from - start) / 1000) - told.offsets[0] : 0;
  return shift === 0 ? told : { ...told, offsets: told.offsets.map((offset) => offset + shift) };
}

/** With its points at whole minutes of the show, unless they lie closer than that. */
export function inMinutes(data) {
  const offsets = data.offsets.map(wholeMinute);
  return new Set(offsets).size === offsets.length ? { ...data, offsets } : data;
}
