/** The minutes of a show's series, fetched when first looked at and kept while the room is open. */
import { api } from '../../core/http.js';
import { knows, language, t } from '../../ui/words.js';
import { wholeMinute } from './minutes.js';

/** The longest answer there is, on a slow line. */
const PATIENCE = 180_000;

/**
 * `{data, loading, failed, retry}`: `data` is `/api/series`' answer, null until it is there. A new import is a new
 * series and is fetched anew.
 */
export function seriesData({ app, ui }, show) {
  if (!show?.series) return { data: null, loading: false, failed: false };
  const key = `${show.id} ${show.series.id}`;
  if (!ui.series.has(key)) load(app, ui, key, show);
  return ui.series.get(key);
}

function load(app, ui, key, show) {
  const held = { data: null, loading: true, failed: false, retry: () => { load(app, ui, key, show); app.draw(); } };
  ui.series.set(key, held);
  const settle = change => {
    Object.assign(held, { loading: false }, change);
    app.draw();
  };
  api(`/api/series?log=${show.id}&series=${encodeURIComponent(show.series.id)}`, { patience: PATIENCE })
    .then(data => settle({ data: inMinutes(data) }), () => settle({ failed: true }));
}

/** With its points at whole minutes of the show, unless they lie closer than that. */
export function inMinutes(data) {
  const offsets = data.offsets.map(wholeMinute);
  return new Set(offsets).size === offsets.length ? { ...data, offsets } : data;
}

/** A series' record, its turns at the minutes of its curve. */
export function turnsInMinutes(series) {
  const whole = points => (points ?? []).map(point => ({ ...point, offset: wholeMinute(point.offset) }));
  return { ...series, peaks: whole(series.peaks), troughs: whole(series.troughs) };
}

/** The column of people online, else the first one: its place in `columns`. */
export function mainColumn({ columns }) {
  const online = columns.findIndex(column => column.metric === 'online');
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
  offset === null || offset === undefined ? -1 : data.offsets.findIndex(minute => minute + 60 > offset);
