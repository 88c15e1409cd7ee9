/**
 * An issue or a solution being changed, in its own place. The words are kept as a draft; when someone else was faster, both
 * texts stand one above the other and nothing of the writer's is lost (ui/edit.js, ui/overtaken.js).
 */
import { longest } from '../../core/acts.js';
import { chips } from '../../ui/chips.js';
import { h } from '../../ui/dom.js';
import { Edit } from '../../ui/edit.js';
import { onEnter } from '../../ui/ime.js';
import { kindsOf } from '../../ui/kinds.js';
import { ENTRY_KINDS, ROLES } from '../../ui/marks.js';
import { keeping, theirs, toTheChoice } from '../../ui/overtaken.js';
import { itemState } from '../../ui/status.js';
import { afterDrawing, textField } from '../../ui/textfield.js';
import { t } from '../../ui/words.js';
import { acts } from './acts.js';
import { fateOf, leftBehind } from './leaving.js';
import { parseMinute } from './minutes.js';
import { may, postingLanes } from './phases.js';

const ISSUE = {
  kind: 'issue',
  op: 'issue.edit',
  what: 'Card',
  may: may.edit,
  begin: ({ f }) => ({ text, kind, offset }) => ({
    text,
    kind,
    minute: offset === undefined || offset === null ? '' : f.offset(offset),
  }),
  /** A minute that cannot be read changes nothing; an emptied field takes the minute away. */
  written: ({ show }, { text, kind, minute }) => {
    const offset = parseMinute(minute, show?.lasts);
    return { text: text.trim(), kind, ...(minute.trim() === '' || offset !== null ? { offset } : {}) };
  },
  classOf: ({ kind }) => `issue editing kind-of-${kind}`,
  controls: issueControls,
  anew: ({ room, me }) => may.post(room, me) && t('room.postAnew'),
  again: postAnew,
};

const SOLUTION = {
  kind: 'solution',
  op: 'solution.edit',
  what: 'Solution',
  may: may.change,
  begin: () => ({ text, kind, owner, due }) => ({ text, kind, owner, due: due ?? '' }),
  written: (_, { text, kind, owner, due }) => ({ text: text.trim(), kind, owner, due: due.trim() }),
  classOf: () => 'solution editing',
  controls: solutionControls,
  anew: ({ room, me }) => may.propose(room, me) && t('room.proposeAnew'),
  again: proposeAnew,
};

export const issueEditor = (now, issue) => editor(now, ISSUE, issue);
export const solutionEditor = (now, solution) => editor(now, SOLUTION, solution);

function editor(now, of, record) {
  const { app, log, records, room, me, ui } = now;
  const base = records.get(of.kind, record.id) ?? record;
  const begun = (forgotten) => new Edit(app, { log, op: of.op, record: base, begin: of.begin(now), forgotten });
  const edit = ui.edits.of(of.kind, base, begun);
  const { fields } = edit;
  const { item } = now.own(base.id);
  const newer = base.erased ? null : edit.newer(base, item);
  const leave = () => close(now, of, base);
  const drop = () => {
    if (item?.state === 'refused') app.outbox.dismiss(item.id);
    edit.forget();
    leave();
  };
  const anew = of.anew(now);
  const away = leftBehind(now, {
    gone: fateOf(records.get(of.kind, base.id), of.what),
    may: of.may(room, base, me),
    text: () => edit.fields.text,
    anew: anew &&
      { words: anew, act: () => edit.fields.text.trim() !== '' && (of.again(now, base, edit.fields), drop()) },
    drop,
  });
  const save = () => {
    const written = of.written(now, edit.fields);
    if (written.text === '') return;
    leave();
    edit.send(written, { newer, item, overtaken: () => ui.edits.open(base.id) });
  };
  const entered = newer || away.stuck ? toTheChoice : save;

  return h(
    'article',
    { key: records.key(of.kind, base.id), class: of.classOf(fields), [`data-${of.kind}`]: base.id },
    away.note,
    !away.note && of === ISSUE && base.revealed && !edit.begun.revealed &&
      h('p', { class: 'stranded', role: 'status', key: 'seen' }, t('room.nowSeenEdit')),
    newer && theirs(newer, item),
    textField({
      key: 'text',
      label: t('field.text'),
      text: fields.text,
      maxlength: longest(of.op, 'text'),
      rows: 3,
      focus: true,
      submit: entered,
      leave,
      write: (text) => edit.change({ text }, { quietly: true }),
    }),
    of.controls(now, edit, { entered, leave }),
    item?.state === 'refused' && item.code !== 'conflict' && itemState(item),
    !away.stuck && keeping({ newer, drop, save }),
  );
}

function issueControls({ f, show, room }, edit, { entered, leave }) {
  const { kind, minute } = edit.fields;
  const offset = parseMinute(minute, show?.lasts);
  return [
    chips({
      key: 'kinds',
      label: t('field.kind'),
      chosen: kind,
      options: kindsOf(room.template).map(({ key, sense, name }) => ({
        value: key,
        text: name ?? t(`kind.${key}`),
        mark: t(`kindMark.${sense}`),
      })),
      choose: (chosen) => edit.change({ kind: chosen }),
    }),
    h(
      'label',
      { key: 'minute', class: 'minute-field' },
      h('span', null, t('room.minute')),
      h('input', {
        value: minute,
        size: 8,
        ...onEnter(entered, leave),
        oninput: (event) => edit.change({ minute: event.currentTarget.value }),
      }),
      minute && h('em', null, offset === null ? t('room.minuteOdd') : f.offset(offset)),
    ),
  ];
}

function solutionControls({ app }, edit, { entered, leave }) {
  const { kind, owner, due } = edit.fields;
  return [
    chips({
      key: 'kinds',
      label: t('field.kind'),
      chosen: kind,
      choose: (chosen) => edit.change({ kind: chosen }),
      options: ENTRY_KINDS.map((value) => ({ value, text: t(`entryKind.${value}`) })),
    }),
    chips({
      key: 'owners',
      label: t('field.owner'),
      chosen: owner,
      choose: (chosen) => edit.change({ owner: chosen }),
      options: ROLES.map((role) => ({ value: role, text: app.roleName(role) })),
    }),
    h('input', {
      key: 'due',
      value: due,
      maxlength: longest('solution.edit', 'due'),
      'aria-label': t('room.due'),
      placeholder: t('room.due'),
      ...onEnter(entered, leave),
      oninput: (event) => edit.change({ due: event.currentTarget.value }),
    }),
  ];
}

/** What was withdrawn meanwhile is written once more, as another issue. */
function postAnew(now, base, { text, kind, minute }) {
  const roles = postingLanes(now.room, now.me);
  const offset = parseMinute(minute, now.show?.lasts);
  acts.post(now, {
    role: roles.includes(base.role) ? base.role : roles[0],
    kind,
    text: text.trim(),
    ...(offset === null ? {} : { offset }),
    ...(base.anonymous ? { anonymous: true } : {}),
  });
}

/** What was dropped meanwhile is proposed once more, as another. */
function proposeAnew(now, base, { text, kind, owner, due }) {
  const issues = (base.issues ?? []).filter((id) => now.records.get('issue', id));
  acts.propose(now, { issues, text: text.trim(), kind, owner, ...(due.trim() ? { due: due.trim() } : {}) });
}

/** Leaves the editor; what was typed stays for the next time. The focus goes back to the card. */
function close({ ui }, { kind }, { id }) {
  ui.edits.close();
  afterDrawing(() => document.querySelector(`[data-${kind}="${CSS.escape(id)}"]`)?.focus());
}
