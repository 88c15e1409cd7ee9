/**
 * What this member has submitted in a room and the server has not answered, by what it is about. Drawn over the
 * records (ui/pending.js), so that a card shows at once what its author just did, and says truthfully how far that has come.
 */
import { targetOf } from '../../ui/pending.js';

/**
 * From the outbox's items of the room, oldest first:
 * - `posts`, `proposals`: items that will become issues and solutions (ghosts);
 * - `changes`: record id → the last item about it;
 * - `causes`: issue → what is said of why it happened, and what is changed of that;
 * - `votes`: issue → votes intended; `refusedVotes`: issue → the refused item.
 */
export function pending(items) {
  const found = {
    posts: [],
    proposals: [],
    changes: new Map(),
    causes: new Map(),
    votes: new Map(),
    refusedVotes: new Map(),
  };
  for (const item of items) {
    const target = targetOf(item);
    if (item.op === 'issue.post') found.posts.push(item);
    else if (item.op === 'solution.propose') found.proposals.push(item);
    else if (item.op === 'vote.set') vote(found, item);
    else if (item.op.startsWith('cause.')) found.causes.set(target, [...(found.causes.get(target) ?? []), item]);
    else if (target !== undefined) found.changes.set(target, item);
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
