/**
 * Whether a refused item can be taken when it is sent once more, unchanged. What was wrong with the command itself stays
 * wrong; what a phase refused waits for a phase that allows it. Pure.
 *
 *     mayRetry(app, item)      retryButton(app, item)
 */
import { h } from './dom.js';
import { t } from './words.js';

/** In which phases a room takes what, as the Permissions article has it. What is not here it takes in all of them. */
const REVIEW = ['live', 'data', 'collect', 'vote', 'solve'];
export const PHASES_OF = {
  'cards.reveal': ['collect'],
  'votes.budget': ['prepare', 'live', 'data', 'collect'],
  'issue.post': REVIEW,
  'issue.edit': REVIEW,
  'issue.withdraw': REVIEW,
  'issue.link': REVIEW,
  'issue.unlink': REVIEW,
  'vote.set': ['vote'],
  'solution.propose': ['solve'],
  'solution.edit': ['solve'],
  'solution.drop': ['solve'],
  'solution.promote': ['solve', 'closed'],
};

const FOR_GOOD = new Set(['malformed', 'unknownOp', 'invalid', 'notFound', 'conflict', 'taken', 'unreadable']);

export function mayRetry({ records, outbox }, { code, op, log, args }) {
  const room = records.log(log);
  if (code === 'phase') return PHASES_OF[op]?.includes(room.only('room')?.phase) ?? false;
  if (code === 'budget') return room.only('room')?.phase === 'vote' && fits(room.get('ballot', outbox.member), args);
  return !FOR_GOOD.has(code);
}

/** Without a ballot nothing has been spent. */
const fits = (ballot, { issue, votes }) => !ballot || ballot.left + (ballot.votes[issue] ?? 0) >= votes;

export const retryButton = (app, item) => mayRetry(app, item)
  && h('button', { class: 'small', key: 'again', type: 'button', onclick: () => app.outbox.retry(item.id) }, t('status.again'));
