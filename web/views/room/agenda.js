/** In which order issues are talked about, and which sheet is the next one. */
import { LANES } from '../../ui/marks.js';
import { ranking } from './order.js';

/** Those of `order` (ids) in it, the others behind them by votes. Pure. */
export function byAgenda(issues, order = []) {
  const place = new Map(order.map((id, n) => [id, n]));
  return ranking(issues).sort((one, other) => (place.get(one.id) ?? Infinity) - (place.get(other.id) ?? Infinity) || 0);
}

/** Frozen when solving began: votes and news move nothing any more. */
export const agendaOf = ({ tops, records }) => byAgenda(tops, records.only('agenda')?.issues);

/** The issues as the page shows them: by the agenda, or lane by lane. */
export const inSight = (now) =>
  now.page === 'solve' || now.page === 'summary' ? agendaOf(now) : LANES.flatMap((role) => now.lanes[role]);

/** The issue so many places from the one that is open, or undefined. */
export function neighbour(now, by) {
  const all = inSight(now);
  const place = all.findIndex(({ id }) => id === now.ui.sheet.issue);
  return place < 0 ? undefined : all[place + by];
}

/**
 * How many of `tops` were talked about: begun, solved or put off, or answered by a solution. A group counts once, whichever of its
 * cards it was (`stack(id)`: the group that stands under that id, or undefined). The server's report counts in the same way (`LogFold.talkedIssues`).
 */
export function talkedOf({ tops, stack }, solutions) {
  const answered = new Set(solutions.flatMap(({ issues = [] }) => issues));
  const isTalked = ({ id, state = 'open' }) => state !== 'open' || answered.has(id);
  return tops.filter((top) => (stack(top.id)?.cards ?? [top]).some(isTalked)).length;
}

/** What is talked about besides `issue`. Pure. */
export const discussed = (issues, issue) => issues.filter(({ id, state }) => state === 'discussing' && id !== issue.id);

/** What is to be talked about after `issue`: the first of those behind it, then of those before it, that is not settled. */
export function following(issues, issue) {
  const place = issues.findIndex(({ id }) => id === issue.id);
  const round = [...issues.slice(place + 1), ...issues.slice(0, Math.max(0, place))];
  return round.find(({ state = 'open', erased }) => state === 'open' && !erased);
}
