/**
 * What was said of a card or of an action, one below the other, with what stands above and below that.
 *
 *     commentList(now, subject, discussions, { said?, above?, below? })    `subject`: the card or the action; `said`: what
 *                                                                          the discussions have of it, where it is at hand
 */
import { h } from '../../ui/dom.js';
import { t } from '../../ui/words.js';
import { comment } from './comment.js';

export function commentList(now, subject, discussions, { said = discussions.of(subject.id), above, below } = {}) {
  const { comments, isHere, failed, retry } = said;
  return h(
    'section',
    { class: 'discussion', key: 'discussion', 'aria-label': t('room.talk.title') },
    h(
      'h3',
      null,
      t('room.talk.title'),
      comments.length > 0 && [' ', h('span', { class: 'count' }, comments.length)],
    ),
    above,
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
      comments.map((one) => comment(now, subject, one, discussions)),
    ),
    below,
  );
}
