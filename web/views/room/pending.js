/**
 * What this member has submitted in a room and the server has not answered, by what it is about. Drawn over the
 * records, so that a card shows at once what its author just did, and says truthfully how far that has come.
 */

/**
 * From the outbox's items of the room, oldest first:
 * - `posts`, `proposals`: items that will become cards and solutions (ghosts);
 * - `changes`: record id → the last item about it (edit, withdraw, link, unlink, drop, promote);
 * - `votes`: issue → votes intended; `refusedVotes`: issue → the refused item.
 */
export function pending(items) {
  const found = { posts: [], proposals: [], changes: new Map(), votes: new Map(), refusedVotes: new Map() };
  for (const item of items) {
    if (item.op === 'issue.post') found.posts.push(item);
    else if (item.op === 'solution.propose') found.proposals.push(item);
    else if (item.op === 'vote.set') vote(found, item);
    else found.changes.set(item.args.issue ?? item.args.solution ?? 'room', item);
  }
  return found;
}

function vote({ votes, refusedVotes }, item) {
  const { issue, votes: count } = item.args;
  if (item.state === 'refused') {
    refusedVotes.set(issue, item);
  } else {
    votes.set(issue, count);
    refusedVotes.delete(issue);
  }
}

/** A record as it will be once `item` is accepted: the fields of its arguments over the record's, empty ones cleared. */
export function overlaid(record, item) {
  if (!item || item.state === 'refused' || !/\.(edit|tag)$/.test(item.op)) return record;
  const { issue, solution, ...fields } = item.args;
  return {
    ...record,
    ...Object.fromEntries(Object.entries(fields).map(([name, value]) => [name, value === '' ? undefined : value])),
  };
}

/** The newer record that a refused edit ran into, or null. */
export const conflictOf = (
  item,
) => (item?.state === 'refused' && item.code === 'conflict' ? (item.detail?.newer ?? null) : null);
