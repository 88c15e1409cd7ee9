/** One action looked at: its words, who answers for it and until when can be changed, and it can be dropped with a reason. */
import { longest } from '../../core/acts.js';
import { dialog } from '../../ui/dialog.js';
import { h } from '../../ui/dom.js';
import { field } from '../../ui/field.js';
import { duePicker } from '../../ui/due.js';
import { onEnter } from '../../ui/ime.js';
import { ownerPicker } from '../../ui/owner.js';
import { eraseDialog } from '../../ui/erasing.js';
import { t } from '../../ui/words.js';

/** `told()`: the action as the list tells it now. `talk(log, action, told)`: what is said of it (talk.js), or null as yet. */
export function actionSheet(app, { log, action }, { close, told, talk }) {
  const fields = { owner: action.owner, member: action.member ?? null, due: action.due ?? null };
  const [words, why] = [`action:${action.id}`, `drop:${action.id}`];
  if (!app.drafts.read(words)) app.drafts.write(words, action.text);
  let erasing = false;
  let said = null;

  const leave = () => (app.drafts.clear(words), app.drafts.clear(why), said?.close(), close());
  const turn = (part) => (Object.assign(fields, part), app.draw());

  function save() {
    const text = app.drafts.read(words).trim();
    const changed = {
      ...(text && text !== action.text ? { text } : {}),
      ...(fields.owner !== action.owner ? { owner: fields.owner } : {}),
      ...(fields.member !== (action.member ?? null) ? { member: fields.member ?? '' } : {}),
      ...(JSON.stringify(fields.due) !== JSON.stringify(action.due ?? null) ? { due: fields.due ?? '' } : {}),
    };
    if (Object.keys(changed).length > 0) {
      app.submit(log, 'action.edit', { action: action.id, ...changed }, { on: action.edited });
    }
    leave();
  }

  function drop() {
    const reason = app.drafts.read(why).trim();
    if (!reason) return;
    app.submit(log, 'action.set', { action: action.id, state: 'dropped', reason });
    leave();
  }

  return () => {
    if (erasing) {
      return eraseDialog(app, {
        kind: 'action',
        id: action.id,
        words: action.text,
        onward: false,
        close: leave,
        send: (args) => app.submit(log, 'action.erase', { action: action.id, ...args }),
      });
    }
    said ??= talk(log, action, told);
    return dialog(
      { title: t('actions.one'), close: leave },
      h(
        'div',
        { class: 'fields' },
        field(
          t('due.what'),
          h('input', {
            'aria-label': t('due.what'),
            maxlength: longest('action.edit', 'text'),
            ...app.drafts.field(words),
            ...onEnter(save),
          }),
        ),
        ownerPicker(app, { ...fields, choose: turn }),
        duePicker(app, { due: fields.due, choose: (due) => turn({ due }) }),
        h('p', { class: 'row end' }, h('button', { class: 'primary', onclick: save }, t('save'))),
        h(
          'p',
          { class: 'row' },
          h('input', {
            class: 'grow',
            'aria-label': t('actions.why'),
            placeholder: t('actions.why'),
            maxlength: longest('action.set', 'reason'),
            ...app.drafts.field(why),
            ...onEnter(drop),
          }),
          h('button', { onclick: drop }, t('actions.drop')),
        ),
        app.may('action.erase') && !action.erased &&
          h(
            'p',
            null,
            h('button', { class: 'quiet small', onclick: () => (erasing = true, app.draw()) }, t('erasing.title')),
          ),
        said?.draw(),
      ),
    );
  };
}
