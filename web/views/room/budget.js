/** A member's votes as the page shows them: what the server confirmed, under what is still on its way. */

const MOST_VOTES = 20;

/**
 * `ballot` (the record, undefined before the first vote) with `intents` (issue → absolute votes not yet answered) laid
 * over it: `{votes: {issue: n}, left}`. `left` may fall below 0: the server refuses what is over, in words.
 */
export function standing(ballot, intents, budget) {
  const votes = { ...ballot?.votes, ...Object.fromEntries(intents) };
  let left = budget;
  for (const [issue, count] of Object.entries(votes)) {
    if (count === 0) delete votes[issue];
    left -= count;
  }
  return { votes, left };
}

/** The next absolute number of votes, or null where the step leads nowhere. */
export function step(current, delta) {
  const next = current + delta;
  return next < 0 || next > MOST_VOTES ? null : next;
}
