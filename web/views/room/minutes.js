/** Minutes of the show as people write them. An offset is whole seconds from the show's start. */

/**
 * What someone meant by `text`, in seconds, or null: the one reading of it, wherever a minute is typed. Read leniently: `62`, `62'`, `62分`, `第62分钟` are minutes;
 * `1:02:10`, `1h2m10s`, `1小时2分10秒` are what they say; `1:02` is an hour and two minutes as long as the show is
 * long enough for it (`lasts`, in seconds), otherwise a minute and two seconds. A minus stands for before the start.
 */
export function parseMinute(text, lasts = UNKNOWN) {
  const [, minus, plain] = /^([-−]?)第?(.*)$/.exec(text.normalize('NFKC').replace(/\s+/g, '').toLowerCase());
  const seconds = plain === '' ? null : colons(plain, lasts) ?? words(plain) ?? bare(plain);
  return inShow(minus && seconds !== null ? -seconds : seconds);
}

const UNKNOWN = 6 * 3600;

/** Nothing of a show is further off than a day before its start or two after; null for what is. */
const inShow = (seconds) => (seconds !== null && seconds >= -86_400 && seconds <= 172_800 ? seconds : null);

/**
 * How long a show lasts, in seconds: the longest of its plan, its real times and its curve, since an end pressed too early
 * shortens no show; where none is known, as most do at most.
 */
export function lasting({ start, end, plannedStart, plannedEnd }, series) {
  const span = (from, to) => (from != null && to != null ? Math.round((to - from) / 1000) : 0);
  return Math.max(span(start, end), span(plannedStart, plannedEnd), (series?.minutes ?? 0) * 60, 0) || UNKNOWN;
}

function colons(plain, lasts) {
  const three = /^(\d{1,2}):(\d{1,2}):(\d{1,2})$/.exec(plain);
  if (three && three[2] < 60 && three[3] < 60) return three[1] * 3600 + three[2] * 60 + Number(three[3]);
  const two = /^(\d{1,3}):(\d{1,2})$/.exec(plain);
  if (!two || two[2] > 59) return null;
  const asHours = two[1] * 3600 + two[2] * 60;
  return asHours <= lasts ? asHours : two[1] * 60 + Number(two[2]);
}

function words(plain) {
  const found = /^(?:(\d+)(?:h|小时|时))?(?:(\d+)(?:m|min|分钟|分))?(?:(\d+)(?:s|秒))?$/.exec(plain);
  if (!found) return null;
  const [, hours = 0, minutes = 0, seconds = 0] = found;
  return hours * 3600 + minutes * 60 + Number(seconds);
}

function bare(plain) {
  const found = /^(\d{1,4})['′’]?(?:(\d{1,2})(?:"|″|”|''))?$/.exec(plain);
  return found ? found[1] * 60 + Number(found[2] ?? 0) : null;
}

/**
 * A curve's point, told in whole minutes of the show: its file counts the clock's minutes, and the show began some
 * seconds into one. Half a minute is as near as a curve of minutes gets.
 */
export const wholeMinute = (offset) => Math.round(offset / 60) * 60 || 0;

/** The minute as people say it: `62'`. */
export const spokenMinute = (offset) => `${Math.floor(offset / 60)}'`;

/** Whether a text already names a number or a minute, so that the hint to add one can stay away. */
export const bringsFact = (text) =>
  /[\d０-９]|[一二三四五六七八九十百两半]+(?:分钟|分|秒|小时|次|人|单|个|条|成|倍|块|元)/.test(text);

/**
 * The one that is drawn where there is place for one. All that the server tells as `series` count; of several it is the newest
 * that has people online, else the newest.
 */
export function newestSeries(records) {
  const rank = (series) => [series.columns.some(({ metric }) => metric === 'online') ? 1 : 0, series.taken ?? 0];
  return records.all('series').reduce((best, one) => {
    if (!best) return one;
    const [[mine, taken], [its, itsTaken]] = [rank(one), rank(best)];
    return mine > its || (mine === its && taken >= itsTaken) ? one : best;
  }, undefined);
}
