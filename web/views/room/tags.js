/** Free words by which issues are found together: on the card, as a filter of the board, and in a dialog of their own. */
import { admits } from '../../core/acts.js';
import { ACTS } from '../../core/wire.js';
import { dialog } from '../../ui/dialog.js';
import { h } from '../../ui/dom.js';
import { onEnter } from '../../ui/ime.js';
import { t } from '../../ui/words.js';
import { isMine } from './issue.js';

const { texts: [, LONGEST], count: [, MOST] } = ACTS['issue.tag'].fields.tags;

export const mayTag = ({ room, me }, issue) =>
  !issue.erased && admits('issue.tag', me, { room, isAuthor: isMine(issue, me), isRevealed: issue.revealed === true });

/** The tags of turned cards, the most used first: one that is not turned lends nobody its words. */
function suggestedTags(issues) {
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

export function tagDialog(now, close) {
  const { app, ui, records, log } = now;
  const issue = records.get('issue', ui.opened.dialog.issue);
  if (!issue) return null;
  const { tags = issue.tags ?? [] } = ui.opened.dialog;
  const draft = `tag:${issue.id}`;
  const set = (tags) => ui.opened.change({ tags: [...new Set(tags)].slice(0, MOST) });
  const typed = () => app.drafts.read(draft).trim().replace(/^#/, '');
  const add = () => {
    if (typed()) set([...tags, typed()]);
    app.drafts.clear(draft);
  };
  const save = () => {
    add();
    app.submit(log, 'issue.tag', { issue: issue.id, tags: ui.opened.dialog.tags ?? tags }, {
      slot: `tag ${log} ${issue.id}`,
    });
    close();
  };
  const others = suggestedTags(now.issues).filter(({ tag }) => !tags.includes(tag)).slice(0, 12);
  return dialog(
    { title: t('room.tags'), close },
    h('p', { class: 'issue-text quoted' }, issue.text),
    h(
      'div',
      { class: 'fields' },
      tags.length > 0 && h(
        'p',
        { class: 'tags' },
        tags.map((tag) =>
          h('button', {
            key: tag,
            class: 'tag',
            'aria-label': t('room.untag', { tag }),
            onclick: () => set(tags.filter((one) => one !== tag)),
          }, `#${tag} ×`)
        ),
      ),
      h('input', {
        'aria-label': t('room.newTag'),
        placeholder: t('room.newTag'),
        maxlength: LONGEST,
        disabled: tags.length === MOST,
        ...app.drafts.field(draft),
        ...onEnter(() => (typed() ? add() : save())),
      }),
      others.length > 0 && tags.length < MOST &&
        h(
          'p',
          { class: 'tags' },
          others.map(({ tag }) =>
            h('button', { key: tag, class: 'tag', onclick: () => set([...tags, tag]) }, `#${tag}`)
          ),
        ),
      h(
        'p',
        { class: 'row end' },
        h('span', { class: 'grow quiet-text tiny' }, t('room.tagsHint', { n: MOST })),
        h('button', { class: 'primary', onclick: save }, t('save')),
      ),
    ),
  );
}
