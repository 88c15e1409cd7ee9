/** Free words by which issues are found together: on the card, and as a filter of the board. */
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

/** In a card's one line of marks: pressed they sift the board, and elsewhere they are but read. */
export function tagMarks(now, issue) {
  if (!issue.tags?.length) return null;
  const mark = (tag) => h('span', { key: tag, class: 'tag' }, `#${tag}`);
  return h(
    'p',
    { class: 'tags' },
    issue.tags.map((tag) => now.page === 'board' ? sift(now, tag, `#${tag}`) : mark(tag)),
  );
}

/** Above the lanes, as soon as one can see tags. */
export function tagFilter(now) {
  const found = suggestedTags(now.issues);
  const chosen = tagInUse(now);
  if (found.length === 0 && chosen === null) return null;
  return h(
    'div',
    { class: 'tag-filter', key: 'tags', role: 'group', 'aria-label': t('room.tags') },
    found.map(({ tag, n }) => sift(now, tag, `#${tag} `, h('span', { class: 'count' }, n))),
    chosen !== null &&
      h('button', { class: 'tag all', onclick: () => now.ui.columns.siftBy(null) }, t('room.allCards')),
  );
}

function sift({ ui, issues }, tag, ...words) {
  return h(
    'button',
    {
      key: tag,
      class: 'tag',
      'aria-pressed': String(ui.columns.tag === tag),
      onclick: () => ui.columns.siftBy(tag, issues),
    },
    ...words,
  );
}

/** The chosen tag; one that nobody sees any more has no say. */
export function tagInUse({ ui, issues }) {
  const { tag } = ui.columns;
  return tag !== null && issues.some(({ tags }) => tags?.includes(tag)) ? tag : null;
}

/** The cards that bear the chosen tag, and of one's own those just written, and what is not saved. */
export function tagged(now, cards) {
  const tag = tagInUse(now);
  if (tag === null) return cards;
  const isJustWritten = (issue) => isMine(issue, now.me) && now.ui.columns.isLater(issue.id);
  return cards.filter((issue) => bears(now, issue, tag) || isJustWritten(issue) || now.own(issue.id).item);
}

/** It, or one that is stacked on it. */
const bears = (now, issue, tag) =>
  (now.stack(issue.id)?.cards ?? [issue]).some(({ tags }) => tags?.includes(tag) === true);
