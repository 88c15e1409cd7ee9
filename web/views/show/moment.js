/** When in the show a moment is: pure. */
const A_DAY_BEFORE = -86_400;

/** Seconds from the real start, else the planned one; null once the show has ended; never more than a day before the start. */
export function offsetAt({ start, plannedStart, end }, now) {
  if (end != null && now > end) return null;
  return Math.max(A_DAY_BEFORE, Math.floor((now - (start ?? plannedStart)) / 1000));
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
