/**
 * What is said of a card: its reactions and its comments. It stands on the card's sheet; the field for one's own comment
 * stands below (commenting.js).
 *
 *     discussion(now, issue)    for `ui.parts.get(app, 'discussion')`
 */
import { admits } from '../../core/acts.js';
import { h } from '../../ui/dom.js';
import { t } from '../../ui/words.js';
import { comment } from './comment.js';
import { discussionsOf } from './discussions.js';
import { reactions } from './reactions.js';

export function discussion(now, issue) {
  if (issue.revealed !== true) return h('p', { class: 'quiet-text', key: 'discussion' }, t('room.talk.onceTurned'));
  const said = discussionsOf(now);
  const { comments, reactions: words, isHere, failed, retry } = said.of(issue.id);
  const mayReact = admits('issue.react', now.me, { room: now.room, isRevealed: true });
  const react = (word, on) =>
    said.submit(issue.id, 'issue.react', { issue: issue.id, word, on }, {
      slot: `react ${now.log} ${issue.id} ${word}`,
    });
  return h(
    'section',
    { class: 'discussion', key: 'discussion', 'aria-label': t('room.talk.title') },
    h(
      'h3',
      null,
      t('room.talk.title'),
      comments.length > 0 && [' ', h('span', { class: 'count' }, comments.length)],
    ),
    reactions(now, words, mayReact && !issue.erased ? react : null),
    failed && h(
      'p',
      { class: 'error', role: 'alert', key: 'failed' },
      t('room.talk.failed'),
      ' ',
      h('button', { class: 'small', onclick: retry }, t('status.again')),
    ),
    !isHere && !failed && h('p', { class: 'quiet-text', key: 'loading' }, t('loading')),
    isHere && comments.length === 0 && h('p', { class: 'quiet-text', key: 'none' }, t('room.talk.none')),
    h(
      'ol',
      { class: 'comments', key: 'comments', 'aria-live': 'polite', 'aria-relevant': 'additions' },
      comments.map((one) => comment(now, issue, one, said)),
    ),
  );
}
