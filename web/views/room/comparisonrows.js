/** The same numbers against earlier shows of the same channel: the last show, and the median of up to seven before. */

/** The middle value, the mean of the two middle ones for an even count; nulls are left out. */
export function median(values) {
  const sorted = values.filter((value) => typeof value === 'number').sort((a, b) => a - b);
  if (sorted.length === 0) return null;
  const middle = sorted.length >> 1;
  return sorted.length % 2 ? sorted[middle] : (sorted[middle - 1] + sorted[middle]) / 2;
}

/**
 * One row a metric of `now` (values by metric) with what `earlier` shows (nearest first, each values or null) had, in
 * the order of `order` (metric keys): `[{metric, now, last, median, count, past}]`. `count`: numbers the median rests
 * on; `past`: the earlier values, oldest first.
 */
export function comparison(now, earlier, order) {
  const place = new Map(order.map((key, n) => [key, n]));
  return Object.keys(now)
    .sort((a, b) => (place.get(a) ?? Infinity) - (place.get(b) ?? Infinity) || (a < b ? -1 : 1))
    .map((metric) => {
      const values = earlier.map((past) => past?.[metric] ?? null);
      const count = values.filter((value) => value !== null).length;
      return {
        metric,
        now: now[metric],
        last: values[0] ?? null,
        median: median(values),
        count,
        past: [...values].reverse(),
      };
    });
}
