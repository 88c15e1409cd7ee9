/** Under the younger of two cards that seem to say the same: whoever steers puts them together, or says they are not. */
import { h } from '../../ui/dom.js';
import { t } from '../../ui/words.js';
import { acts } from './acts.js';
import { Alike } from './alike.js';

/** One for the room. */
export const alikeIn = (now) => now.ui.kept('alike', () => new Alike(now));

export function likely(now, issue) {
  const alike = alikeIn(now);
  const other = alike.offer(issue.id);
  if (!other) return null;
  return h(
    'div',
    { class: 'likely', key: `likely ${issue.id}`, role: 'group', 'aria-label': words(issue, other) },
    h('p', null, words(issue, other)),
    h(
      'p',
      { class: 'row' },
      h('button', { class: 'small', onclick: () => acts.group.make(now, [issue.id, other.id]) }, t('room.makeGroup')),
      h('button', { class: 'quiet small', onclick: () => alike.decline(issue.id, other.id) }, t('room.notAlike')),
    ),
  );
}

const words = (issue, other) => t('room.likely', { no: issue.no ?? '', other: other.no ?? '' });
