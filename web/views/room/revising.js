/** A solution being changed in its own place; see editing.js for cards. */
import { longest } from '../../core/acts.js';
import { h } from '../../ui/dom.js';
import { onEnter } from '../../ui/ime.js';
import { chips, ENTRY_KINDS, ROLES } from '../../ui/marks.js';
import { itemState } from '../../ui/status.js';
import { t } from '../../ui/words.js';
import { acts } from './acts.js';
import { changesOf } from './issue.js';
import { fateOf, leftBehind } from './leaving.js';
import { overtaken, theirs, toTheChoice } from './overtaken.js';
import { may } from './phases.js';
import { textField } from './textfield.js';

export function solutionEditor(now, base, item) {
  const { app, records, room, me, ui } = now;
  const fields = fieldsOf(now, base);
  const newer = base.erased ? null : overtaken(base, fields, item);
  const save = () => submit(now, base, fields, item, newer);
  const away = leftBehind(now, {
    gone: fateOf(records.get('solution', base.id), 'Solution'),
    may: may.change(room, base, me),
    text: () => fields.text,
    anew: may.propose(room, me) && { words: t('room.proposeAnew'), act: () => proposeAnew(now, base, fields) },
    drop: () => drop(now, base, item),
  });
  const entered = newer || away.stuck ? toTheChoice : save;
  const leave = () => close(now);
  const set = (change) => ui.edits.change(base.id, change);
  return h(
    'article',
    { key: records.key('solution', base.id), class: 'solution editing', 'data-solution': base.id },
    away.note,
    newer && theirs(newer, item),
    textField({
      key: 'text',
      label: t('field.text'),
      text: fields.text,
      maxlength: longest('solution.edit', 'text'),
      rows: 3,
      focus: true,
      submit: entered,
      leave,
      write: (text) => {
        ui.edits.change(base.id, { text }, { quietly: true });
        app.drafts.type(`edit:${base.id}`, text);
      },
    }),
    chips({
      key: 'kinds',
      label: t('field.kind'),
      chosen: fields.kind,
      choose: (kind) => set({ kind }),
      options: ENTRY_KINDS.map((kind) => ({ value: kind, text: t(`entryKind.${kind}`) })),
    }),
    chips({
      key: 'owners',
      label: t('field.owner'),
      chosen: fields.owner,
      choose: (owner) => set({ owner }),
      options: ROLES.map((role) => ({ value: role, text: app.roleName(role) })),
    }),
    h('input', {
      key: 'due',
      value: fields.due,
      maxlength: longest('solution.edit', 'due'),
      'aria-label': t('room.due'),
      placeholder: t('room.due'),
      ...onEnter(entered, leave),
      oninput: (event) => set({ due: event.currentTarget.value }),
    }),
    item?.state === 'refused' && item.code !== 'conflict' && itemState(item),
    !away.stuck &&
      h(
        'p',
        { key: 'keep', class: 'row end' },
        h(
          'button',
          { class: 'small', onclick: () => drop(now, base, item) },
          newer ? t('room.takeTheirs') : t('cancel'),
        ),
        h('button', { class: 'small primary keeps', onclick: save }, newer ? t('room.keepMine') : t('save')),
      ),
  );
}

function fieldsOf({ app, ui }, base) {
  return ui.edits.fields(base.id, () => {
    const { kind, owner, due = '' } = base;
    const text = app.drafts.read(`edit:${base.id}`) || base.text;
    return { text, kind, owner, due: due ?? '', begun: base, of: 'solution', last: base };
  });
}

function submit(now, base, fields, item, newer) {
  const { app, ui } = now;
  const text = fields.text.trim();
  if (text === '') return;
  const due = fields.due.trim() || cleared(newer ?? fields.begun);
  const written = { text, kind: fields.kind, owner: fields.owner, due };
  const changed = changesOf(newer ?? fields.begun, written);
  if (item?.state === 'refused') app.outbox.dismiss(item.id);
  close(now);
  if (!changed) return forget(now, base.id);
  acts.change(now, base.id, changed, (newer ?? fields.begun).edited).answer.then(({ saved, code }) => {
    if (saved) forget(now, base.id);
    else if (code === 'conflict') ui.edits.open(base.id);
  });
}

/** What was dropped meanwhile is proposed once more, as another. */
function proposeAnew(now, base, { text, kind, owner, due }) {
  const said = text.trim();
  if (said === '') return;
  const issues = (base.issues ?? []).filter((id) => now.records.get('issue', id));
  acts.propose(now, { issues, text: said, kind, owner, ...(due.trim() ? { due: due.trim() } : {}) });
  drop(now, base, null);
}

/** An empty text takes away what was there; null would leave it as it is. */
const cleared = ({ due }) => (due ? '' : null);

function drop(now, base, item) {
  if (item?.state === 'refused') now.app.outbox.dismiss(item.id);
  forget(now, base.id);
  close(now);
}

function forget({ app, ui }, id) {
  app.drafts.clear(`edit:${id}`);
  ui.edits.forget(id);
}

function close({ ui }) {
  ui.edits.close();
}
