/** The tags of one card, put on and taken off. */
import { ACTS } from '../../core/wire.js';
import { dialog } from '../../ui/dialog.js';
import { h } from '../../ui/dom.js';
import { onEnter } from '../../ui/ime.js';
import { t } from '../../ui/words.js';
import { suggestedTags } from './tags.js';

const { texts: [, LONGEST], count: [, MOST] } = ACTS['issue.tag'].fields.tags;

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
