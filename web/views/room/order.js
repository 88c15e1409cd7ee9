/**
 * In which order cards stand. A card never changes its place because of votes while people read; only a phase moves it.
 */
import { LANES } from '../../ui/marks.js';
import { overlaid } from '../../ui/pending.js';
import { stacked } from './stacks.js';

const collate = new Intl.Collator('en', { numeric: true }).compare;

/** By number; cards without one (still blind) after those that have one, by id. */
export function byNumber(a, b) {
  return (a.no ?? Infinity) - (b.no ?? Infinity) || collate(a.id, b.id); // ∞ − ∞ is NaN, which `||` passes over
}

/** As the keys of a lane have them: an issue that nobody has moved stands by its number. */
const byPlace = (keys) => (a, b) => {
  const [one, other] = [a, b].map(({ id, no }) => keys.get(id) ?? (no ? String(no).padStart(6, '0') : '~'));
  return one < other ? -1 : one > other ? 1 : byNumber(a, b);
};

/** How a lane stands, by what was moved in it (records of the kind `order`). */
export const laneOrder = (moved) =>
  moved.length === 0 ? byNumber : byPlace(new Map(moved.map(({ id, key }) => [id, key])));

/** Most votes first, then by number. */
export const byVotes = (a, b) => (b.votes ?? 0) - (a.votes ?? 0) || byNumber(a, b);

/**
 * The issues of each lane by number, or as they were put: `{operations: [issue], …}`, every lane present. A lane in which nothing has changed
 * since `before` is the same array.
 */
export function lanes(issues, before, compare = byNumber) {
  const result = Object.fromEntries(LANES.map((role) => [role, []]));
  for (const issue of issues) result[issue.role]?.push(issue);
  for (const role of LANES) result[role] = steady(result[role].sort(compare), before?.[role]);
  return result;
}

/** `list`, or `before` when it holds the same. */
export function steady(list, before) {
  return before?.length === list.length && list.every((one, n) => one === before[n]) ? before : list;
}

/**
 * Solutions as the cards stand that they answer: those for the card with the most votes first, those for none last.
 * None of it depends on when one was proposed or came.
 */
export function asAnswers(solutions, issues) {
  const place = new Map(ranking(issues).map((issue, n) => [issue.id, n]));
  const first = ({ issues: answered = [] }) =>
    Math.min(issues.length, ...answered.map((id) => place.get(id) ?? issues.length));
  return [...solutions].sort((one, other) => first(one) - first(other));
}

/** All issues across roles, most votes first. */
export const ranking = (issues) => [...issues].sort(byVotes);

/**
 * The issues as the board shows them, `{issues, tops, heads, held, lanes}`: the records with what is on its way (`changes`, record
 * id → item) laid over them, and those that stand by themselves (stacks.js). What is as it was `before` is the very same.
 */
export function arrange(records, changes, before) {
  const issues = records.all('issue').map((issue) =>
    changes.has(issue.id) ? overlaid(issue, [changes.get(issue.id)]) : issue
  );
  const { tops, heads, held } = stacked(issues, records.all('group'), byNumber, before);
  return { issues, tops, heads, held, lanes: lanes(tops, before?.lanes, laneOrder(records.all('order'))) };
}
