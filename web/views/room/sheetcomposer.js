/**
 * Where one writes on a sheet: what one says of it, why it happened, how it is met, or who does what of that until when; each
 * with a draft of its own.
 */
import { admits, longest } from '../../core/acts.js';
import { h } from '../../ui/dom.js';
import { duePicker } from '../../ui/due.js';
import { stranded } from '../../ui/stranded.js';
import { afterDrawing, textField } from '../../ui/textfield.js';
import { t } from '../../ui/words.js';
import { acts } from './acts.js';
import { may } from './phases.js';
import { dueField, kindPicker, ownerPicker } from './propose.js';
import { modeIn, partOf } from './sheetparts.js';

/**
 * Whose field is a part of its own, `draw` draws it, and its words lie under `draft`. `last`: where on the sheet the newest of
 * it stands.
 */
const MODES = [
  {
    name: 'talk',
    may: (room, me, issue) => admits('comment.post', me, { room, isRevealed: issue.revealed === true }),
    draw: (now, issue, said) => now.ui.parts.get(now.app, 'commenting')?.(now, issue, { said }),
    draft: (log, issue) => `comment:${log}:${issue.id}`,
    last: '.sheet-discussion .comments > :last-child',
  },
  {
    name: 'why',
    op: 'cause.add',
    may: may.why,
    send: (now, issue, text) => acts.why(now, issue.id, text),
    last: '.sheet-whys > :last-child',
  },
  { name: 'way', op: 'solution.propose', may: may.propose, send: propose, beside, last: '.sheet-ways > :last-child' },
  {
    name: 'act',
    op: 'solution.act',
    may: mayAct,
    send: agree,
    beside: besideAct,
    last: '.sheet-ways .made-action, .sheet-ways .made-ghost',
  },
];

const draftOf = ({ name, draft }, log, issue) => draft?.(log, issue) ?? `${name}:${issue.id}`;

/** What may be written on it, and what is: `{modes, mode}`; `mode` is undefined where nothing may. */
export function writingOn(now, issue) {
  const { ui, room, me } = now;
  const modes = MODES.filter((mode) => mode.may(room, me, issue, now));
  const name = modeIn(modes.map((mode) => mode.name), ui.sheet);
  return { modes, mode: modes.find((mode) => mode.name === name) };
}

/** Whether words lie in one of its fields that is not in sight: in that of `name`, or in any that belongs to `part`. */
export function isHalfWritten(now, issue, { name, part }, { modes, mode }) {
  return modes.some((one) =>
    one !== mode && (one.name === name || partOf(one.name) === part) &&
    now.app.drafts.read(draftOf(one, now.log, issue)).trim() !== ''
  );
}

/** Words that are not sent yet, where they are not in sight. */
export const halfMark = () =>
  h('span', { class: 'half', title: t('sheet.half') }, h('span', { class: 'unseen' }, t('sheet.half')));

/** The solution that an action belongs to: the one chosen last, or else the one proposed last. */
function agreedOn({ records }, issue) {
  const ways = records.all('solution').filter(({ issues, erased }) => !erased && issues?.includes(issue.id));
  return ways.findLast(({ chosen }) => chosen) ?? ways.at(-1);
}

function mayAct(room, me, issue, now) {
  return admits('solution.act', me, { room }) && agreedOn(now, issue) !== undefined;
}

export function sheetComposer(now, issue) {
  const { app, ui, me } = now;
  const writing = writingOn(now, issue);
  const { modes, mode } = writing;
  if (!mode) return left(now, issue, modes);
  const draft = draftOf(mode, now.log, issue);
  const text = app.drafts.read(draft);
  if (mode.beside) ui.proposing.settleOwner(issue.role, me.roles?.[0]);
  const said = () => show(now, mode);
  const submit = () => {
    const words = app.drafts.read(draft).trim();
    if (words === '') return;
    mode.send(now, issue, words);
    app.drafts.clear(draft);
    said();
  };
  return h(
    'section',
    { class: `sheet-composer ${text ? 'open' : ''}`, key: 'composer', 'aria-label': t('sheet.write') },
    modes.length > 1 && h(
      'div',
      { class: 'segments', key: 'modes', role: 'group', 'aria-label': t('sheet.write') },
      modes.map(({ name }) =>
        h(
          'button',
          {
            key: name,
            class: 'quiet',
            'aria-pressed': String(name === mode.name),
            onclick: () => ui.sheet.writeIn(name),
          },
          t(`sheet.mode.${name}`),
          isHalfWritten(now, issue, { name }, writing) && halfMark(),
        )
      ),
    ),
    mode.draw ? mode.draw(now, issue, said) : h(
      'div',
      { class: 'composer-line', key: 'line' },
      textField({
        key: mode.name,
        label: t(`sheet.mode.${mode.name}`),
        text,
        // Where everyone is taken along to another card, an empty field goes along, and holds what was begun of that one.
        revision: `${draft} ${app.drafts.revision(draft)}`,
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
    left(now, issue, modes),
  );
}

/** What was half written and cannot be sent any more, since the room has moved. */
function left(now, issue, modes) {
  const { app, log, room } = now;
  return MODES.filter((mode) => !modes.includes(mode)).map((mode) => {
    const draft = draftOf(mode, log, issue);
    const text = app.drafts.read(draft);
    if (text.trim() === '') return null;
    const what = t('sheet.cannot', { mode: t(`sheet.mode.${mode.name}`), phase: t(`phase.${room.phase}`) });
    const letGo = () => (app.drafts.clear(draft), app.draw());
    return h(
      'div',
      { key: `left ${mode.name}`, class: 'left-words' },
      stranded(app, what, () => app.drafts.read(draft), [{ words: t('letGo'), act: letGo }]),
      h('p', { class: 'issue-text' }, text),
    );
  });
}

/** What was just said comes into sight, in its part of the sheet. */
function show({ ui }, { name, last }) {
  ui.sheet.turnTo(partOf(name));
  afterDrawing(() => [...document.querySelectorAll(`.sheet ${last}`)].at(-1)?.scrollIntoView({ block: 'nearest' }));
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
