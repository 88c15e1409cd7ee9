/** A card and those it is put together with: chosen, named, taken out again. The likest stand first. */
import { ACTS } from '../../core/wire.js';
import { Value } from '../../core/source.js';
import { dialog } from '../../ui/dialog.js';
import { h } from '../../ui/dom.js';
import { onEnter } from '../../ui/ime.js';
import { roleBadge } from '../../ui/marks.js';
import { itemState } from '../../ui/status.js';
import { t } from '../../ui/words.js';
import { acts } from './acts.js';
import { groupWith, join, mayGroup } from './grouping.js';
import { alikeIn } from './likely.js';
import { byNumber } from './order.js';

/** More than these are looked through by a field. */
const FEW = 12;
/** Where a field that has the focus brings up a keyboard. */
const touch = globalThis.matchMedia?.('(pointer: coarse)');

export function groupDialog(now, close) {
  const { ui, records } = now;
  const issue = records.get('issue', ui.opened.dialog.issue);
  if (!issue || !mayGroup(now)) {
    return dialog(
      { title: t('room.group'), close },
      h('p', { class: 'error', role: 'alert' }, t(issue ? 'room.groupClosed' : 'room.goneCard')),
    );
  }
  const group = groupWith(now, issue.id);
  return dialog(
    { title: t('room.group'), close },
    group ? members(now, group) : h('p', { class: 'issue-text quoted' }, issue.text),
    state(now, issue, group),
    others(now, issue, group),
  );
}

function members(now, group) {
  const cards = group.issues.map((id) => now.records.get('issue', id)).filter(Boolean).sort(byNumber);
  return h(
    'div',
    { class: 'fields', key: 'group' },
    name(now, group),
    h(
      'ul',
      { class: 'group-cards', 'aria-label': t('room.stackOf', { n: cards.length }) },
      cards.map((card) =>
        row(
          now,
          card,
          h('button', {
            class: 'small',
            'aria-label': t('room.takeOutOf', { no: card.no ?? '' }),
            onclick: () => acts.group.remove(now, group.id, [card.id]),
          }, t('room.takeOut')),
        )
      ),
    ),
    h(
      'p',
      { class: 'row end' },
      h('button', { class: 'small', onclick: () => acts.group.dissolve(now, group.id) }, t('room.dissolve')),
    ),
  );
}

/** A draft until it is saved. Left empty, the group is called by its first card. */
function name(now, group) {
  const { app } = now;
  const key = `group:${group.id}`;
  const typed = app.drafts.read(key);
  const save = () => {
    const title = app.drafts.read(key).trim();
    if (!title || title === group.title) return app.drafts.clear(key);
    acts.group.rename(now, group.id, title).answer.then(({ saved }) => saved && app.drafts.clear(key));
  };
  return h(
    'label',
    { class: 'field' },
    h('span', null, t('room.groupName')),
    h(
      'span',
      { class: 'row beside' },
      h('input', {
        class: 'grow',
        maxlength: ACTS['group.rename'].fields.title.text[1],
        placeholder: t('room.groupNameHint'),
        autocomplete: 'off',
        value: typed || group.title,
        revision: app.drafts.revision(key),
        ...onEnter(save),
        oninput: (event) => (app.drafts.type(key, event.currentTarget.value), app.draw()),
      }),
      h('button', { class: 'small', disabled: !typed || typed === group.title, onclick: save }, t('save')),
    ),
  );
}

function state(now, issue, group) {
  const item = now.own(issue.id).item ?? (group && now.own(group.id).item);
  return item && h('p', { class: 'tiny', key: 'state' }, itemState(item));
}

/** In the order in which they stood when they were first looked at: what is put to the card stays where it is. */
function others(now, issue, group) {
  const { issues } = now;
  const { pairs } = alikeIn(now);
  const own = new Set(group?.issues ?? [issue.id]);
  const like = new Map();
  for (const { issues: [one, other], likeness } of pairs) {
    const found = own.has(one) ? other : own.has(other) ? one : null;
    if (found !== null) like.set(found, Math.max(likeness, like.get(found) ?? 0));
  }
  const all = issues.filter(({ id, erased }) => !own.has(id) && !erased)
    .sort((a, b) => (like.get(b.id) ?? 0) - (like.get(a.id) ?? 0) || byNumber(a, b));
  if (all.length === 0) return null;
  const sought = soughtOf(now);
  const areMany = issues.length > FEW;
  const offered = areMany ? all.filter((card) => found(card, sought.value)) : all;
  return h(
    'div',
    { key: 'others' },
    h('h3', null, t('room.putWith')),
    areMany && h('input', {
      key: 'find',
      type: 'search',
      class: 'group-find',
      'aria-label': t('room.findCard'),
      placeholder: t('room.findCard'),
      autocomplete: 'off',
      autofocus: !touch?.matches,
      value: sought.value,
      oninput: ({ currentTarget }) => ((sought.value = currentTarget.value), now.app.draw()),
    }),
    offered.length === 0 && h('p', { class: 'quiet-text', key: 'none', role: 'status' }, t('room.noCardFound')),
    h(
      'ul',
      { class: 'group-cards', 'aria-label': t('room.putWith') },
      offered.map((card, n) =>
        row(
          now,
          card,
          like.has(card.id) && h('span', { class: 'label accent' }, t('room.alike')),
          h('button', {
            class: 'small',
            autofocus: n === 0 && !areMany,
            'aria-label': t('room.putIn', { no: card.no ?? '' }),
            onclick: () => join(now, card.id, issue.id),
          }, t('room.put')),
        )
      ),
    ),
  );
}

/** What is looked for among them; another card's dialog begins anew. */
function soughtOf({ ui }) {
  const kept = ui.kept('sought', () => ({ issue: null, sought: null }));
  if (kept.issue !== ui.opened.dialog.issue) {
    Object.assign(kept, { issue: ui.opened.dialog.issue, sought: new Value('') });
  }
  return kept.sought;
}

/** By its number or by its words. */
const found = ({ no, text }, sought) => {
  const words = sought.trim().toLowerCase();
  return `#${no ?? ''}` === words || String(no ?? '') === words || text.toLowerCase().includes(words);
};

function row(now, card, ...ends) {
  return h(
    'li',
    { key: card.id },
    h('span', { class: 'no' }, `#${card.no ?? ''}`),
    roleBadge(now.app, card.role),
    h('span', { class: 'grow', title: card.text }, card.text),
    ...ends,
  );
}
