/** A solution being changed in its own place; see editing.js for cards. */
import { h } from '../../ui/dom.js';
import { onEnter } from '../../ui/ime.js';
import { chips, ENTRY_KINDS, ROLES } from '../../ui/marks.js';
import { itemState } from '../../ui/status.js';
import { t } from '../../ui/words.js';
import { acts } from './acts.js';
import { changesOf } from './card.js';
import { overtaken, theirs, toTheChoice } from './overtaken.js';
import { textField } from './textfield.js';

export function solutionEditor(now, base, item) {
  const { app, ui, records } = now;
  if (!ui.edited.has(base.id)) {
    ui.edited.set(base.id, { text: app.drafts.read(`edit:${base.id}`) || base.text, kind: base.kind, owner: base.owner, due: base.due ?? '', begun: base });
  }
  const fields = ui.edited.get(base.id);
  const newer = overtaken(base, fields, item);
  const set = change => {
    Object.assign(fields, change);
    app.draw();
  };
  const close = () => {
    ui.editing = null;
    app.draw();
  };
  const forget = () => {
    app.drafts.clear(`edit:${base.id}`);
    ui.edited.delete(base.id);
  };
  const save = () => {
    const changed = fields.text.trim() && changesOf(newer ?? fields.begun, {
      text: fields.text.trim(), kind: fields.kind, owner: fields.owner, due: fields.due.trim() || null,
    });
    if (item?.state === 'refused') app.outbox.dismiss(item.id);
    close();
    if (!changed) return forget();
    acts.change(now, base.id, changed, (newer ?? fields.begun).edited).answer.then(({ saved, code }) => {
      if (saved) return forget();
      if (code === 'conflict') {
        ui.editing = base.id;
        app.draw();
      }
    });
  };

  return h('article', { key: records.key('solution', base.id), class: 'solution editing', 'data-solution': base.id },
    newer && theirs(newer, item),
    textField({
      label: t('field.text'), text: fields.text, maxlength: 1000, rows: 3, focus: true, submit: newer ? toTheChoice : save, leave: close,
      write: text => {
        fields.text = text;
        app.drafts.write(`edit:${base.id}`, text);
      },
    }),
    chips({ label: t('field.kind'), chosen: fields.kind, choose: kind => set({ kind }),
      options: ENTRY_KINDS.map(kind => ({ value: kind, text: t(`entryKind.${kind}`) })) }),
    chips({ label: t('field.owner'), chosen: fields.owner, choose: owner => set({ owner }),
      options: ROLES.map(role => ({ value: role, text: app.roleName(role) })) }),
    h('input', { value: fields.due, maxlength: 40, 'aria-label': t('room.due'), placeholder: t('room.due'), ...onEnter(newer ? toTheChoice : save, close),
      oninput: event => set({ due: event.currentTarget.value }) }),
    item?.state === 'refused' && item.code !== 'conflict' && itemState(item),
    h('p', { class: 'row end' },
      h('button', { class: 'small', onclick: () => { if (item?.state === 'refused') app.outbox.dismiss(item.id); forget(); close(); } },
        newer ? t('room.takeTheirs') : t('cancel')),
      h('button', { class: 'small primary keeps', onclick: save }, newer ? t('room.keepMine') : t('save'))));
}
