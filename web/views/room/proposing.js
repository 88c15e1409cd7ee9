/** Writing a solution for the chosen cards: what is done, of which kind, who answers for it, until when. */
import { h } from '../../ui/dom.js';
import { onEnter } from '../../ui/ime.js';
import { ENTRY_KINDS, ROLES, roleBadge } from '../../ui/marks.js';
import { t } from '../../ui/words.js';
import { acts } from './acts.js';
import { textField } from './textfield.js';

export function proposer(now) {
  const { app, log, ui } = now;
  const draft = `solution:${log}`;
  const fields = ui.proposing;
  const text = app.drafts.read(draft);
  const chosen = now.issues.filter(issue => ui.selected.has(issue.id));
  fields.owner ??= chosen[0]?.role ?? now.me.roles?.[0] ?? 'operations';
  const submit = () => propose(now, draft, chosen);
  const set = change => {
    Object.assign(fields, change);
    app.draw();
  };

  return h('section', { key: 'proposer', class: `room-composer proposer ${ui.writing.focused || text ? 'open' : ''}`, 'aria-label': t('room.propose'),
    onfocusin: () => ui.writing.focused || ((ui.writing.focused = true), app.draw()),
    onfocusout: event => event.currentTarget.contains(event.relatedTarget) || ((ui.writing.focused = false), app.draw()) },
    h('div', { class: 'composer-line' },
      h('span', { class: 'answers' }, chosen.length ? t('room.answers', { list: chosen.map(issue => `#${issue.no ?? '–'}`).join(' ') }) : t('room.answersNone')),
      h('div', { class: 'picks kinds', role: 'radiogroup', 'aria-label': t('field.kind') }, ENTRY_KINDS.map(kind =>
        h('button', { key: kind, class: 'quiet', role: 'radio', 'aria-checked': String(fields.kind === kind), onclick: () => set({ kind }) }, t(`entryKind.${kind}`)))),
      textField({
        label: t('room.propose'), text, maxlength: 1000, placeholder: t('room.proposePlaceholder'), submit, leave: () => document.activeElement.blur(),
        write: words => {
          const before = app.drafts.read(draft);
          app.drafts.write(draft, words);
          if (!before !== !words) app.draw();
        },
      }),
      h('div', { class: 'picks roles', role: 'radiogroup', 'aria-label': t('field.owner') }, ROLES.map(role =>
        h('button', { key: role, class: `quiet role-${role}`, role: 'radio', 'aria-checked': String(fields.owner === role), title: app.roleName(role),
          onclick: () => set({ owner: role }) }, roleBadge(app, role)))),
      h('input', { class: 'due', value: fields.due, maxlength: 40, placeholder: t('room.due'), 'aria-label': t('room.due'), list: 'dues', ...onEnter(submit),
        oninput: event => set({ due: event.currentTarget.value }) }),
      h('datalist', { id: 'dues' }, t('room.dues').split('、').map(words => h('option', { value: words }))),
      h('button', { class: 'primary send', onclick: submit }, t('room.proposeShort'))),
    h('p', { class: 'composer-hint' }, h('span', null, t('room.ownerIs', { role: app.roleName(fields.owner) })),
      h('span', { class: 'wide-only' }, t('room.proposeHint')),
      h('button', { class: 'quiet link', onclick: () => { ui.writing.card = true; app.draw(); } }, t('room.writeCard'))));
}

function propose(now, draft, chosen) {
  const { app, ui } = now;
  const { kind, owner, due } = ui.proposing;
  const text = app.drafts.read(draft).trim();
  if (text === '') return;
  acts.propose(now, { issues: chosen.map(issue => issue.id).slice(0, 10), text, kind, owner, ...(due.trim() ? { due: due.trim() } : {}) });
  app.drafts.clear(draft);
  ui.selected.clear();
  ui.proposing = { kind, owner: null, due };
  app.draw();
}
