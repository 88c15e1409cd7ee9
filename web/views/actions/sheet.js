/** One action looked at: its words, who answers for it and until when can be changed, and it can be dropped with a reason. */
import { longest } from '../../core/acts.js';
import { dialog } from '../../ui/dialog.js';
import { h } from '../../ui/dom.js';
import { field } from '../../ui/field.js';
import { duePicker, dueWords } from '../../ui/due.js';
import { Edit } from '../../ui/edit.js';
import { onEnter } from '../../ui/ime.js';
import { keeping, theirs, toTheChoice } from '../../ui/overtaken.js';
import { ownerPicker } from '../../ui/owner.js';
import { eraseDialog } from '../../ui/erasing.js';
import { t } from '../../ui/words.js';

/** What stands in the fields of an action. */
const begin = ({ text, owner, member, due }) => ({ text, owner, member: member ?? null, due: due ?? null });

/**
 * `told()`: the action as the list tells it now. `talk(log, action, told)`: what is said of it (talk.js), or null as yet.
 * `again()`: opens it once more, where an edit was overtaken.
 */
export function actionSheet(app, { log, action }, { close, again, told, talk }) {
  const why = `drop:${action.id}`;
  const edit = new Edit(app, { log, op: 'action.edit', record: action, begin });
  let erasing = false;
  let said = null;

  const tried = () =>
    app.outbox.items(log).findLast(({ op, args }) => op === 'action.edit' && args.action === action.id);
  const newer = () => edit.newer(told() ?? action, tried());

  /** What was typed stays for the next time. */
  const leave = () => (said?.close(), close());

  function save() {
    const { text, ...others } = edit.fields;
    const written = text.trim() ? { text: text.trim(), ...others } : others;
    edit.send(written, { newer: newer() ?? told(), item: tried(), overtaken: again });
    leave();
  }

  function giveUp() {
    const item = tried();
    if (item?.state === 'refused') app.outbox.dismiss(item.id);
    edit.forget();
    leave();
  }

  function drop() {
    const reason = app.drafts.read(why).trim();
    if (!reason) return;
    app.submit(log, 'action.set', { action: action.id, state: 'dropped', reason });
    app.drafts.clear(why);
    giveUp();
  }

  return () => {
    if (erasing) {
      return eraseDialog(app, {
        kind: 'action',
        id: action.id,
        words: action.text,
        onward: false,
        close: leave,
        send: (args) => (edit.forget(), app.submit(log, 'action.erase', { action: action.id, ...args })),
      });
    }
    said ??= talk(log, action, told);
    const overtaken = newer();
    return dialog(
      { title: t('actions.one'), close: leave },
      h(
        'div',
        { class: 'fields editing' },
        overtaken && theirs({ text: wordsOf(app, overtaken) }, tried()),
        field(
          t('due.what'),
          h('input', {
            'aria-label': t('due.what'),
            maxlength: longest('action.edit', 'text'),
            value: edit.fields.text,
            oninput: (event) => edit.change({ text: event.currentTarget.value }),
            ...onEnter(overtaken ? toTheChoice : save),
          }),
        ),
        ownerPicker(app, { ...edit.fields, choose: (part) => edit.change(part) }),
        duePicker(app, { due: edit.fields.due, choose: (due) => edit.change({ due }) }),
        keeping({ newer: overtaken, drop: giveUp, save, size: '' }),
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

/** What others have made of it, in one line. */
function wordsOf(app, { text, owner, member, due }) {
  return [text, member ? app.name(member) : app.roleName(owner), due && dueWords(app, due)].filter(Boolean).join(' · ');
}
