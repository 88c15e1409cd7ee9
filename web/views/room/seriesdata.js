/** The minutes of a show's series, fetched when first looked at and kept while the room is open. */
import { api } from '../../core/http.js';
import { Keys } from '../../core/source.js';
import { knows, language, t } from '../../ui/words.js';
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

/** A series' record, its turns at the minutes of its curve. */
export function turnsInMinutes(series) {
  const whole = (points) => (points ?? []).map((point) => ({ ...point, offset: wholeMinute(point.offset) }));
  return { ...series, peaks: whole(series.peaks), troughs: whole(series.troughs) };
}

/** The column of people online, else the first one: its place in `columns`. */
export function mainColumn({ columns }) {
  const online = columns.findIndex((column) => column.metric === 'online');
  return online < 0 ? 0 : online;
}

/**
 * A column by its name. The files are of Chinese platforms: their own words are nearest to what they count; in another
 * language it is the metric's name, where the catalogue knows it.
 */
export function columnName({ metric, label, cumulative }) {
  if (language.startsWith('zh') || !metric || !knows(`metric.${metric}`)) return label;
  const name = t(`metric.${metric}`);
  return cumulative ? t('soFar', { name }) : name;
}

/** The minute of the series in which `offset` lies, -1 for none. */
export const minuteIndex = (data, offset) =>
  offset === null || offset === undefined ? -1 : data.offsets.findIndex((minute) => minute + 60 > offset);
