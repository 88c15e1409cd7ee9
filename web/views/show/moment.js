/** When in the show a moment is: pure. */
const A_DAY_BEFORE = -86_400;

/** Seconds from the real start, else the planned one; never after the end, never more than a day before the start. */
export function offsetAt({ start, plannedStart, end }, now) {
  const seconds = Math.floor((Math.min(now, end ?? now) - (start ?? plannedStart)) / 1000);
  return Math.max(A_DAY_BEFORE, seconds);
}
