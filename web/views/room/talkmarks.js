/** A card's one line of marks: its tags, how many comments it has, and how many have said a word of it. */
import { admits } from '../../core/acts.js';
import { h } from '../../ui/dom.js';
import { icon } from '../../ui/icon.js';
import { t } from '../../ui/words.js';
import { tagMarks } from './tags.js';

export function issueMarks(now, issue) {
  const tags = tagMarks(now, issue);
  const said = talkMarks(now, issue);
  return tags || said ? h('div', { class: 'marks', key: 'marks' }, tags, said) : null;
}

/** Opens what is said of it. */
export function discuss({ ui }, issue) {
  ui.sheet.turnTo('discussion');
  ui.sheet.show(issue.id);
  // Where the keyboard would cover what is read, it waits for a press.
  if (matchMedia('(hover: hover)').matches) ui.sheet.writeIn('talk');
}

export const mayDiscuss = ({ room, me }, issue) =>
  !issue.erased && admits('comment.post', me, { room, isRevealed: issue.revealed === true });

function talkMarks(now, issue) {
  const { records, me } = now;
  const talk = records.get('talk', issue.id);
  if (!talk) return null;
  const comments = talk.comments ?? 0;
  const words = Object.values(talk.reactions ?? {}).reduce((sum, n) => sum + n, 0);
  const isNamed = records.get('mention', me.member)?.comments.some((one) => one.issue === issue.id) === true;
  const label = [
    comments > 0 && t('room.comments', { n: comments }),
    words > 0 && t('room.reacted', { n: words }),
    isNamed && t('room.named'),
  ].filter(Boolean).join(t('room.comma'));
  return h(
    'button',
    { class: isNamed ? 'said named' : 'said', 'aria-label': label, title: label, onclick: () => discuss(now, issue) },
    comments > 0 && h('span', null, icon('comment'), comments),
    words > 0 && h('span', null, t('room.reacted', { n: words })),
    isNamed && h('b', null, t('room.namedMark')),
  );
}
