/**
 * In which order cards stand. A card never changes its place because of votes while people read; only a phase moves it.
 */
import { ROLES } from '../../ui/marks.js';

const collate = new Intl.Collator('en', { numeric: true }).compare;

/** By number; cards without one (still blind) after those that have one, by id. */
export function byNumber(a, b) {
  return (a.no ?? Infinity) - (b.no ?? Infinity) || collate(a.id, b.id); // ∞ − ∞ is NaN, which `||` passes over
}

/** Most votes first, then by number. */
export const byVotes = (a, b) => (b.votes ?? 0) - (a.votes ?? 0) || byNumber(a, b);

/** The issues of each role by number: `{operations: [issue], …}`, every role present. */
export function lanes(issues) {
  const result = Object.fromEntries(ROLES.map(role => [role, []]));
  for (const issue of issues) result[issue.role]?.push(issue);
  for (const role of ROLES) result[role].sort(byNumber);
  return result;
}

/** All issues across roles, most votes first. */
export const ranking = issues => [...issues].sort(byVotes);
