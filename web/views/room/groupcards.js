/** On an issue's sheet: the cards it is put together with, and the way to put it with others. */
import { h } from '../../ui/dom.js';
import { roleBadge } from '../../ui/marks.js';
import { tombstone } from '../../ui/tombstone.js';
import { t } from '../../ui/words.js';
import { mayGroup } from './grouping.js';

export function groupCards(now, issue) {
  const { ui } = now;
  const group = now.groupOf(issue.id);
  if (!group && !mayGroup(now)) return null;
  const n = group?.cards.length;
  return h(
    'section',
    { class: 'stacked', 'aria-label': group ? t('room.stackOf', { n }) : t('room.group') },
    group && h('h3', null, group.title || t('room.stackOf', { n })),
    group && h('ul', null, group.cards.map((card) => row(now, card, issue))),
    mayGroup(now) &&
      h(
        'button',
        { class: 'small', onclick: () => ui.opened.show({ name: 'group', issue: issue.id }) },
        t('room.group'),
      ),
  );
}

function row(now, card, issue) {
  const words = card.erased ? tombstone(now.app, card.erased) : h('span', null, card.text);
  return h(
    'li',
    { key: card.id, 'aria-current': card.id === issue.id ? 'true' : null },
    roleBadge(now.app, card.role),
    card.id === issue.id
      ? words
      : h('button', { class: 'quiet small', onclick: () => now.ui.sheet.show(card.id) }, `#${card.no ?? ''}`),
    card.id !== issue.id && words,
  );
}
