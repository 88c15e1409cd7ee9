/**
 * Where one writes on a sheet: what one says of it, why it happened, how it is met, or who does what of that until when; each
 * with a draft of its own.
 */
import { admits, longest } from '../../core/acts.js';
import { h } from '../../ui/dom.js';
import { duePicker } from '../../ui/due.js';
import { textField } from '../../ui/textfield.js';
import { t } from '../../ui/words.js';
import { acts } from './acts.js';
import { may } from './phases.js';
import { dueField, kindPicker, ownerPicker } from './propose.js';

/** Whose field is a part of its own, `draw` draws it. */
const MODES = [
  {
    name: 'talk',
    may: (room, me, issue) => admits('comment.post', me, { room, isRevealed: issue.revealed === true }),
    draw: (now, issue) => now.ui.parts.get(now.app, 'commenting')?.(now, issue),
  },
  { name: 'why', op: 'cause.add', may: may.why, send: (now, issue, text) => acts.why(now, issue.id, text) },
  { name: 'way', op: 'solution.propose', may: may.propose, send: propose, beside },
  { name: 'act', op: 'solution.act', may: mayAct, send: agree, beside: besideAct },
];

/** The solution that an action belongs to: the one chosen last, or else the one proposed last. */
function agreedOn({ records }, issue) {
  const ways = records.all('solution').filter(({ issues, erased }) => !erased && issues?.includes(issue.id));
  return ways.findLast(({ chosen }) => chosen) ?? ways.at(-1);
}

function mayAct(room, me, issue, now) {
  return admits('solution.act', me, { room }) && agreedOn(now, issue) !== undefined;
}

export function sheetComposer(now, issue) {
  const { app, ui, room, me } = now;
  const modes = MODES.filter((mode) => mode.may(room, me, issue, now));
  if (modes.length === 0) return null;
  const mode = modes.find(({ name }) => name === ui.sheet.mode) ?? modes.findLast(({ name }) => name !== 'act') ??
    modes[0];
  const draft = `${mode.name}:${issue.id}`;
  const text = app.drafts.read(draft);
  if (mode.beside) ui.proposing.settleOwner(issue.role, me.roles?.[0]);
  const submit = () => {
    const words = app.drafts.read(draft).trim();
    if (words === '') return;
    mode.send(now, issue, words);
    app.drafts.clear(draft);
  };
  return h(
    'section',
    { class: `sheet-composer ${text ? 'open' : ''}`, key: 'composer', 'aria-label': t('sheet.write') },
    modes.length > 1 && h(
      'div',
      { class: 'segments', key: 'modes', role: 'group', 'aria-label': t('sheet.write') },
      modes.map(({ name }) =>
        h('button', {
          key: name,
          class: 'quiet',
          'aria-pressed': String(name === mode.name),
          onclick: () => ui.sheet.writeIn(name),
        }, t(`sheet.mode.${name}`))
      ),
    ),
    mode.draw ? mode.draw(now, issue) : h(
      'div',
      { class: 'composer-line', key: 'line' },
      textField({
        key: mode.name,
        label: t(`sheet.mode.${mode.name}`),
        text,
        revision: app.drafts.revision(draft),
        submit,
        maxlength: longest(mode.op, 'text'),
        placeholder: t(`sheet.placeholder.${mode.name}`, { way: agreedOn(now, issue)?.text.slice(0, 12) }),
        leave: () => document.activeElement.blur(),
        write: (words) => {
          const before = app.drafts.read(draft);
          app.drafts.type(draft, words);
          if (!before !== !words) app.draw();
        },
      }),
      h('button', { class: text ? 'primary send' : 'send', onclick: submit }, t(`sheet.send.${mode.name}`)),
    ),
    mode.beside?.(now, submit),
  );
}

function beside(now, submit) {
  return h('div', { class: 'row sheet-picks' }, kindPicker(now), ownerPicker(now), dueField(now, submit));
}

function besideAct(now) {
  const { app, ui } = now;
  return h(
    'div',
    { class: 'row sheet-picks' },
    ownerPicker(now),
    duePicker(app, { due: ui.proposing.fields.day, choose: (day) => ui.proposing.change({ day }) }),
  );
}

function agree(now, issue, text) {
  const { owner, day } = now.ui.proposing.fields;
  acts.agree(now, agreedOn(now, issue).id, { text, owner, ...(day ? { due: day } : {}) });
  now.ui.proposing.anew();
}

function propose(now, issue, text) {
  const { kind, owner, due } = now.ui.proposing.fields;
  acts.propose(now, { issues: [issue.id], text, kind, owner, ...(due.trim() ? { due: due.trim() } : {}) });
  now.ui.proposing.anew();
}
