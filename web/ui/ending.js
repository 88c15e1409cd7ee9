/** When a show ends that was told to end before it starts: shows go past midnight. Pure. */
const DAY = 86_400_000;

/** `end`, or where it is not after `start`, the same time of the clock on the first day on which it is. */
export function endAfter(start, end) {
  if (end === null || end === undefined || end > start) return end;
  return end + DAY * (Math.floor((start - end) / DAY) + 1);
}
