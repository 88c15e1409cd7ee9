/** What a card says, worked out once and apart from how it is drawn. */
import { METRICS } from '../../core/metrics.js';
import { gap } from '../../ui/format.js';

/**
 * The numbers beside a card's text: `{metric, value, goal, last, toGoal, toLast}`, the two gaps those of
 * `ui/format.js` or null; null for a card without a link. `thresholds`: those of the show it links to.
 */
export function evidenceOf(issue, thresholds) {
  if (!issue.link) return null;
  const { metric, value, goal = null, last = null } = issue.link;
  const better = METRICS[metric]?.better ?? 0;
  const [toGoal, toLast] = [goal, last].map((base) => gap(value, base, better, thresholds));
  return { metric, value, goal, last, toGoal, toLast };
}

/** Whether `me` wrote the card: its name tells, and of an anonymous one, `mine`, which only its author gets. */
export const isMine = (issue, me) => issue.mine === true || issue.by === me.member;

/** Who a card is by: `{me: true}`, `{anonymous: true}` (also for its author, beside `me`) or `{member}`. */
export function authorOf(issue, me) {
  return {
    me: isMine(issue, me),
    anonymous: issue.anonymous === true,
    member: issue.anonymous ? null : (issue.by ?? null),
  };
}

/** A card only its author sees yet. Others' are not here at all. */
export const isSecret = (issue) => issue.revealed !== true;
