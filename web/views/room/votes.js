/** Votes on a card: − and +, own votes in hearts. What is meant is shown at once; what is refused is said here. */
import { h } from '../../ui/dom.js';
import { itemState } from '../../ui/status.js';
import { refusal, t } from '../../ui/words.js';
import { acts } from './acts.js';
import { step } from './budget.js';
import { votedFor } from './grouping.js';
import { may } from './phases.js';

export function voting(now, issue) {
  if (!may.vote(now.room, now.me)) return null;
  const id = votedFor(now, issue);
  const { votes: own } = now.own(id);
  const name = issue.no ? `#${issue.no}` : issue.text.slice(0, 12);
  return h(
    'div',
    { class: `voting ${own ? 'voted' : ''}`, role: 'group', 'aria-label': t('room.votesFor', { name }) },
    h('button', {
      class: 'quiet',
      'aria-label': t('room.lessVotes', { name }),
      disabled: own === 0,
      onclick: () => cast(now, id, -1),
    }, '−'),
    h(
      'span',
      { class: 'own', role: 'img', 'aria-label': t('room.ownVotes', { n: own }) },
      own === 0 ? '♡' : own < 4 ? '♥'.repeat(own) : `♥ ${own}`,
    ),
    h(
      'button',
      { class: 'quiet', 'aria-label': t('room.moreVotes', { name }), onclick: () => cast(now, id, 1) },
      '+',
    ),
  );
}

export function voteRefused(now, issue) {
  const { refused, isOverspent, votes } = now.own(votedFor(now, issue));
  const { cap } = now.room;
  if (refused) return h('p', { class: 'tiny' }, itemState(refused));
  return isOverspent
    ? h(
      'p',
      { class: 'error tiny', role: 'alert' },
      refusal(
        cap && votes >= cap
          ? { code: 'cap', detail: { limit: cap } }
          : { code: 'budget', detail: { left: Math.max(0, now.standing.left) } },
      ),
    )
    : null;
}

/**
 * One vote more or less, as an absolute number, for an issue or a group. With nothing left, or at the cap, it is not sent: it would take the place of the last
 * intent that fits. The server has the last word all the same, another tab may have been faster.
 */
export function cast(now, issue, delta) {
  const { ui, standing, room } = now;
  const isFull = room.cap !== undefined && (standing.votes[issue] ?? 0) >= room.cap;
  const spent = delta > 0 && (standing.left <= 0 || isFull);
  ui.overspend(spent ? issue : null);
  const next = spent ? null : step(standing.votes[issue] ?? 0, delta);
  if (next !== null) acts.vote(now, issue, next);
}
