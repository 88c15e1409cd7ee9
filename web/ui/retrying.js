/**
 * Whether a refused item can be taken when it is sent once more, unchanged. What was wrong with the command itself stays
 * wrong; what a phase refused waits for a phase that allows it. Pure.
 *
 *     mayRetry(app, item)      retryButton(app, item)
 */
import { isInPhase } from '../core/acts.js';
import { h } from './dom.js';
import { t } from './words.js';

const FOR_GOOD = new Set(['malformed', 'unknownOp', 'invalid', 'notFound', 'conflict', 'taken', 'unreadable']);

export function mayRetry({ records, outbox }, { code, op, log, args }) {
  const room = records.log(log);
  if (code === 'phase') return isInPhase(op, room.only('room'));
  if (code === 'budget') return room.only('room')?.phase === 'vote' && fits(room.get('ballot', outbox.member), args);
  return !FOR_GOOD.has(code);
}

/** Without a ballot nothing has been spent. */
const fits = (ballot, { issue, votes }) => !ballot || ballot.left + (ballot.votes[issue] ?? 0) >= votes;

export const retryButton = (app, item) =>
  mayRetry(app, item) &&
  h('button', {
    class: 'small',
    key: 'again',
    type: 'button',
    onclick: () => app.outbox.retry(item.id),
  }, t('status.again'));
