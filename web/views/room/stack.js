/** A group on the board: its name, and its cards as a line each. */
import { h } from '../../ui/dom.js';
import { roleBadge } from '../../ui/marks.js';
import { tombstone } from '../../ui/tombstone.js';
import { t } from '../../ui/words.js';

export function stack(now, group) {
  return h(
    'div',
    { class: 'stacked', key: 'stacked' },
    group.title && h('p', { class: 'stack-title' }, group.title),
    h(
      'ul',
      { 'aria-label': t('room.stackOf', { n: group.cards.length }) },
      group.cards.map((card) =>
        h(
          'li',
          { key: card.id },
          roleBadge(now.app, card.role),
          card.erased ? tombstone(now.app, card.erased) : h('span', { title: card.text }, card.text),
        )
      ),
    ),
  );
}
