/**
 * What is said of a card: its reactions and its comments. It stands on the card's sheet; the field for one's own comment
 * stands below (commenting.js).
 *
 *     discussion(now, issue)    for `ui.parts.get(app, 'discussion')`
 */
import { admits } from '../../core/acts.js';
import { h } from '../../ui/dom.js';
import { t } from '../../ui/words.js';
import { commentList } from './commentlist.js';
import { discussionsOf } from './discussions.js';
import { reactions } from './reactions.js';

export function discussion(now, issue) {
  if (issue.revealed !== true) return h('p', { class: 'quiet-text', key: 'discussion' }, t('room.talk.onceTurned'));
  const discussions = discussionsOf(now);
  const said = discussions.of(issue.id);
  const mayReact = admits('issue.react', now.me, { room: now.room, isRevealed: true });
  const react = (word, on) =>
    discussions.submit(issue.id, 'issue.react', { issue: issue.id, word, on }, {
      slot: `react ${now.log} ${issue.id} ${word}`,
    });
  const above = reactions(now, said.reactions, mayReact && !issue.erased ? react : null);
  return commentList(now, issue, discussions, { said, above });
}
