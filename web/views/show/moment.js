/** When in the show a moment is: pure. */
const A_DAY_BEFORE = -86_400;

/** Seconds from the real start, else the planned one; null once the show has ended; never more than a day before the start. */
export function offsetAt({ start, plannedStart, end }, now) {
  if (end != null && now > end) return null;
  return Math.max(A_DAY_BEFORE, Math.floor((now - (start ?? plannedStart)) / 1000));
}

const TWO_DAYS_AFTER = 172_800;

/** The minute of the show that an address leads to (`?at=3720`, seconds from the start); null where it leads to none. */
export function minuteOf(search) {
  const told = new URLSearchParams(search).get('at');
  const at = told && /^-?\d{1,6}$/.test(told) ? Number(told) : null;
  return at !== null && at >= A_DAY_BEFORE && at <= TWO_DAYS_AFTER ? at : null;
}

const HALF_AN_HOUR = 30 * 60;

/** Seconds between now and the planned start. */
export const distance = ({ plannedStart }, now) => Math.round(Math.abs(now - plannedStart) / 1000);

/** Whether a start pressed now would be far from the plan. */
export const isOdd = (show, now) => distance(show, now) > HALF_AN_HOUR;

const A_WHILE = 10 * 60_000;

/** Which press may be taken back: the last one, for a while after it, by whoever may press. `'start'`, `'end'` or null. */
export function pressed({ start, end }, now) {
  if (end) return now - end < A_WHILE ? 'end' : null;
  return start && now - start < A_WHILE ? 'start' : null;
}
