/** The minutes of a curve around one of them. Pure. */

/** So many seconds before and behind are in sight, and over so many its change is told. */
const SIGHT = 12 * 60;
const BEFORE = 6 * 60;
const AFTER = 2 * 60;

/** `{offsets, values, first, last}`: what is in sight, and the ends of the change; null where the curve has nothing there. */
export function around(offsets, values, at) {
  const between = (from, to) =>
    offsets.map((offset, n) => ({ offset, value: values[n] ?? null })).filter(({ offset }) =>
      offset >= from && offset <= to
    );
  const seen = between(at - SIGHT, at + SIGHT);
  const told = between(at - BEFORE, at + AFTER).filter(({ value }) => value !== null);
  if (seen.length < 2 || told.length < 2) return null;
  return {
    offsets: seen.map(({ offset }) => offset),
    values: seen.map(({ value }) => value),
    first: told[0],
    last: told.at(-1),
  };
}

/** Where the change lies in what is in sight, as shares of its width: `{from, to}`. Its last minute is drawn whole. */
export function within({ offsets, first, last }) {
  const share = (offset) => (offset - offsets[0]) / (offsets.at(-1) + 60 - offsets[0]);
  return { from: share(first.offset), to: share(last.offset) };
}
