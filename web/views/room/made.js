/** What a solution leads to: the actions that were made of it, with their owner and due, and the way to make one. */
import { longest } from '../../core/acts.js';
import { dialog } from '../../ui/dialog.js';
import { h } from '../../ui/dom.js';
import { duePicker, dueWords } from '../../ui/due.js';
import { field } from '../../ui/field.js';
import { ghostLine } from '../../ui/ghost.js';
import { icon } from '../../ui/icon.js';
import { onEnter } from '../../ui/ime.js';
import { roleBadge } from '../../ui/marks.js';
import { ownerPicker } from '../../ui/owner.js';
import { stranded } from '../../ui/stranded.js';
import { refusal, t } from '../../ui/words.js';
import { admits } from '../../core/acts.js';
import { acts } from './acts.js';
import { actionsOf } from './asked.js';

/** Beneath a solution. */
export function made(now, solution) {
  const { app, room, me } = now;
  const known = new Map(actionsOf(now).map(({ action }) => [action.id, action]));
  const items = now.pending.actions.get(solution.id) ?? [];
  const isMade = items.length > 0 || (solution.actions ?? []).some(({ state }) => state !== 'refused');
  const act = () => now.ui.opened.show({ name: 'act', solution: solution.id });
  return [
    (solution.actions ?? []).map((one) => {
      if (one.state === 'refused') return h('span', { key: one.action, class: 'error' }, refusal({ code: one.code }));
      const action = known.get(one.action);
      return h(
        'span',
        { key: one.action, class: 'label made-action' },
        icon('tick'),
        action ? said(app, action) : t('room.agreed.acting'),
      );
    }),
    items.map((item) => ghost(app, solution, item)),
    admits('solution.act', me, { room }) && !solution.erased &&
    (isMade
      ? h('button', { key: 'act', class: 'small quiet', onclick: act }, icon('plus'), t('room.agreed.actMore'))
      : h('button', { key: 'act', class: 'small', onclick: act }, icon('tick'), t('room.agreed.act'))),
  ];
}

/** On its way, or refused with what can be done about it. */
function ghost(app, solution, item) {
  const { args } = item;
  return h(
    'div',
    { class: `made-ghost ${item.state}`, key: item.id },
    h('p', null, args.text ?? solution.text, ' ', h('span', { class: 'label' }, said(app, args))),
    ghostLine(app, item),
  );
}

function said(app, action) {
  return [
    roleBadge(app, action.owner),
    action.member ? app.name(action.member) : app.roleName(action.owner),
    action.due && ` · ${dueWords(app, action.due)}`,
  ];
}

export function actDialog(now, close) {
  const { app, ui, records } = now;
  const fields = ui.opened.dialog;
  const here = records.get('solution', fields.solution);
  const solution = here ?? fields.last;
  if (!solution) return null;
  if (fields.last !== solution) {
    const text = fields.text ?? solution.text.split('\n').filter(Boolean).join(' ');
    ui.opened.change({
      last: solution,
      text,
      owner: fields.owner ?? solution.owner,
      due: fields.due ?? { next: true },
    });
  }
  const send = () => {
    const text = (fields.text ?? '').trim();
    if (!here || !text) return;
    acts.agree(now, solution.id, {
      text,
      owner: fields.owner,
      ...(fields.member ? { member: fields.member } : {}),
      ...(fields.due ? { due: fields.due } : {}),
    });
    close();
  };
  return dialog(
    { title: t('room.agreed.act'), close },
    !here && stranded(app, t('room.goneSolution'), () => fields.text ?? '', [{ words: t('letGo'), act: close }]),
    h(
      'div',
      { class: 'fields' },
      field(
        t('due.what'),
        h('input', {
          value: fields.text,
          'aria-label': t('due.what'),
          maxlength: longest('solution.act', 'text'),
          ...onEnter(send),
          oninput: (event) => ui.opened.change({ text: event.currentTarget.value }),
        }),
      ),
      ownerPicker(app, { owner: fields.owner, member: fields.member, choose: (chosen) => ui.opened.change(chosen) }),
      duePicker(app, { due: fields.due, choose: (due) => ui.opened.change({ due }) }),
      h(
        'p',
        { class: 'row end' },
        h('button', { class: 'primary', onclick: send, disabled: !here }, t('room.agreed.act')),
      ),
    ),
  );
}
