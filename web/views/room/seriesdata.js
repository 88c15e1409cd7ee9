/** The minutes of a show's series, fetched when first looked at and kept while the room is open. */
import { api } from '../../core/http.js';

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
  api(`/api/series?log=${show.id}&series=${encodeURIComponent(show.series.id)}`)
    .then(data => settle({ data }), () => settle({ failed: true }));
}

/** The column of people online, else the first one: its place in `columns`. */
export function mainColumn({ columns }) {
  const online = columns.findIndex(column => column.metric === 'online');
  return online < 0 ? 0 : online;
}

/** The minute of the series in which `offset` lies, -1 for none. */
export const minuteIndex = (data, offset) =>
  offset === null || offset === undefined ? -1 : data.offsets.findIndex(minute => minute + 60 > offset);
