/**
 * In which order lists stand. Records come by their ids (core/records.js), and sorting is stable: whatever a list is
 * sorted by, of equals the order is the same for everyone.
 */
const collate = new Intl.Collator('zh', { numeric: true }).compare;

/** By `name`, as people look names up. */
export const byName = (one, other) => collate(one.name, other.name);

/** By where their keys stand in `order`; what is not in it comes last. */
export function inOrder(order) {
  const place = new Map(order.map((key, n) => [key, n]));
  const of = (key) => place.get(key) ?? order.length;
  return (one, other) => of(one) - of(other);
}
