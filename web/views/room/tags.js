/** Free words by which cards are found together: on the card, and as a filter of the board. */
import { admits } from '../../core/acts.js';
import { h } from '../../ui/dom.js';
import { t } from '../../ui/words.js';
import { isMine } from './issue.js';

export const mayTag = ({ room, me }, issue) =>
  !issue.erased && admits('issue.tag', me, { room, isAuthor: isMine(issue, me), isRevealed: issue.revealed === true });

/** The tags of turned cards, the most used first: one that is not turned lends nobody its words. */
export function suggestedTags(issues) {
  const counts = new Map();
  for (const { revealed, tags = [] } of issues) {
    if (revealed) { for (const tag of tags) counts.set(tag, (counts.get(tag) ?? 0) + 1); }
  }
  return [...counts].sort(([a, n], [b, m]) => m - n || (a < b ? -1 : 1)).map(([tag, n]) => ({ tag, n }));
}

/** In a card's one line of marks. */
export function tagMarks(now, issue) {
  if (!issue.tags?.length) return null;
  return h(
    'p',
    { class: 'tags' },
    issue.tags.map((tag) =>
      h(
        'button',
        {
          key: tag,
          class: 'tag',
          'aria-pressed': String(now.ui.columns.tag === tag),
          onclick: () => now.ui.columns.siftBy(tag),
        },
        `#${tag}`,
      )
    ),
  );
}

/** Above the lanes, as soon as one can see tags. */
export function tagFilter(now) {
  const found = suggestedTags(now.issues);
  if (found.length === 0) return null;
  return h(
    'div',
    { class: 'tag-filter', key: 'tags', role: 'group', 'aria-label': t('room.tags') },
    found.map(({ tag, n }) =>
      h(
        'button',
        {
          key: tag,
          class: 'tag',
          'aria-pressed': String(now.ui.columns.tag === tag),
          onclick: () => now.ui.columns.siftBy(tag),
        },
        `#${tag} `,
        h('span', { class: 'count' }, n),
      )
    ),
  );
}

/** The cards that bear the chosen tag. One that nobody sees any more has no say. */
export function tagged({ ui, issues }, cards) {
  const { tag } = ui.columns;
  const isThere = tag !== null && issues.some(({ tags }) => tags?.includes(tag));
  return isThere ? cards.filter(({ tags }) => tags?.includes(tag)) : cards;
}
