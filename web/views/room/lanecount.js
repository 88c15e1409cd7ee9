/**
 * How many cards a lane shows, of how many where a tag hides some; of one that hides others' cards nothing, rather than a
 * zero that is not true. Pure.
 */
export function laneCount(n, { revealed }, hidden = 0) {
  if (hidden > 0) return `${n - hidden}/${n}`;
  return n === 0 && revealed !== true ? '' : String(n);
}
