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
 * - `actions`: solution → what is to become an action of it;
 * - `votes`: issue → votes intended; `refusedVotes`: issue → the refused item;
 * - `byHand`: `{people?, votes, item?}` meant for people without a device, and what of that was refused.
 */
export function pending(items) {
  const byHand = { votes: new Map() };
  const found = {
    posts: [],
    proposals: [],
    changes: new Map(),
    causes: new Map(),
    actions: new Map(),
    votes: new Map(),
    refusedVotes: new Map(),
    byHand,
  };
  for (const item of items) {
    const target = targetOf(item);
    if (item.op === 'issue.post') found.posts.push(item);
    else if (item.op === 'solution.propose') found.proposals.push(item);
    else if (item.op === 'vote.set') vote(found, item);
    else if (isSaid(item.op)) continue;
    else if (item.op.startsWith('cause.')) found.causes.set(target, [...(found.causes.get(target) ?? []), item]);
    else if (item.op === 'solution.act') found.actions.set(target, [...(found.actions.get(target) ?? []), item]);
    else if (item.op.startsWith('hand.')) enter(byHand, item);
    else if (item.op.startsWith('group.')) group(found, item);
    else if (target !== undefined) found.changes.set(target, item);
  }
  return found;
}

/** What is said of an issue changes nothing of it: the discussion shows it (discussions.js). */
const isSaid = (op) => op.startsWith('comment.') || op === 'issue.react' || op === 'mentions.read';

/** Of a group, and of the issues it is about, unless more is on its way of one: its words come first. */
function group({ changes }, item) {
  for (const id of [item.args.group, ...(item.args.issues ?? [])]) {
    if (id !== undefined && !changes.has(id)) changes.set(id, item);
  }
}

function enter(byHand, item) {
  if (item.state === 'refused') byHand.item = item;
  else if (item.op === 'hand.people') byHand.people = item.args.people;
  else byHand.votes.set(item.args.issue, item.args.votes);
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
