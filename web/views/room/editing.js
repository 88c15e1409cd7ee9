/**
 * A card being changed, in its own place. The words are kept as a draft; when someone else was faster, both texts
 * stand one above the other and nothing of the writer's is lost.
 */
import { longest } from '../../core/acts.js';
import { h } from '../../ui/dom.js';
import { onEnter } from '../../ui/ime.js';
import { chips, KINDS, ROLES } from '../../ui/marks.js';
import { itemState } from '../../ui/status.js';
import { t } from '../../ui/words.js';
import { acts } from './acts.js';
import { changesOf } from './issue.js';
import { parseMinute } from './minutes.js';
import { overtaken, theirs, toTheChoice } from './overtaken.js';
import { fateOf, leftBehind } from './leaving.js';
import { may, postingRoles } from './phases.js';
import { afterDrawing, textField } from './textfield.js';

export function editor(now, issue) {
  const { app, records, f, room, me, ui } = now;
  const { item } = now.own(issue.id);
  const base = records.get('issue', issue.id) ?? issue;
  const fields = fieldsOf(now, base);
  const newer = base.erased ? null : overtaken(base, fields, item);
  const minute = parseMinute(fields.minute, now.show?.lasts);
  const save = () => submit(now, base, fields, item, newer);
  const away = leftBehind(now, {
    gone: fateOf(records.get('issue', base.id), 'Card'),
    may: may.edit(room, base, me),
    text: () => fields.text,
    anew: may.post(room, me) && { words: t('room.postAnew'), act: () => postAnew(now, base, fields, minute) },
    drop: () => drop(now, base, item),
  });
  const entered = newer || away.stuck ? toTheChoice : save;
  const leave = () => close(now, base.id);

  return h(
    'article',
    { class: `issue editing kind-of-${fields.kind}`, 'data-issue': issue.id },
    away.note,
    !away.note && base.revealed && !fields.begun.revealed &&
      h('p', { class: 'stranded', role: 'status', key: 'seen' }, t('room.nowSeenEdit')),
    newer && theirs(newer, item),
    textField({
      key: 'text',
      label: t('field.text'),
      text: fields.text,
      maxlength: longest('issue.edit', 'text'),
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
      options: KINDS.map((kind) => ({ value: kind, text: t(`kind.${kind}`), mark: t(`kindMark.${kind}`) })),
      choose: (kind) => ui.edits.change(base.id, { kind }),
    }),
    h(
      'label',
      { key: 'minute', class: 'minute-field' },
      h('span', null, t('room.minute')),
      h('input', {
        value: fields.minute,
        size: 8,
        ...onEnter(entered, leave),
        oninput: (event) => ui.edits.change(base.id, { minute: event.currentTarget.value }),
      }),
      fields.minute && h('em', null, minute === null ? t('room.minuteOdd') : f.offset(minute)),
    ),
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

/** What is in the fields, begun from the record or from the draft that a reload left. */
function fieldsOf({ app, ui, f }, base) {
  return ui.edits.fields(base.id, () => ({
    text: app.drafts.read(`edit:${base.id}`) || base.text,
    kind: base.kind,
    minute: base.offset === undefined || base.offset === null ? '' : f.offset(base.offset),
    begun: base,
    of: 'issue',
    home: base.role,
    last: base,
  }));
}

function submit(now, base, fields, item, newer) {
  const { app, ui, show } = now;
  const minute = parseMinute(fields.minute, show?.lasts);
  const text = fields.text.trim();
  if (text === '') return;
  // A minute that cannot be read changes nothing; an emptied field takes the minute away.
  const isEmpty = fields.minute.trim() === '';
  const offset = isEmpty ? cleared(newer ?? fields.begun) : minute;
  const written = { text, kind: fields.kind, ...(isEmpty || minute !== null ? { offset } : {}) };
  const changed = changesOf(newer ?? fields.begun, written);
  if (item?.state === 'refused') app.outbox.dismiss(item.id);
  close(now, base.id);
  if (!changed) return forget(now, base.id);
  acts.edit(now, base.id, changed, (newer ?? fields.begun).edited).answer.then(({ saved, code }) => {
    if (saved) forget(now, base.id);
    else if (code === 'conflict') ui.edits.open(base.id);
  });
}

/** An empty text takes away what was there; null would leave it as it is. */
const cleared = ({ offset = null }) => (offset === null ? null : '');

/** What was withdrawn meanwhile is written once more, as another card. */
function postAnew(now, base, fields, minute) {
  const { room, me } = now;
  const roles = postingRoles(room, me, ROLES);
  const text = fields.text.trim();
  if (text === '') return;
  acts.post(now, {
    role: roles.includes(base.role) ? base.role : roles[0],
    kind: fields.kind,
    text,
    ...(minute === null ? {} : { offset: minute }),
    ...(base.anonymous ? { anonymous: true } : {}),
  });
  drop(now, base, null);
}

function drop(now, base, item) {
  if (item?.state === 'refused') now.app.outbox.dismiss(item.id);
  forget(now, base.id);
  close(now, base.id);
}

function forget({ app, ui }, id) {
  app.drafts.clear(`edit:${id}`);
  ui.edits.forget(id);
}

/** Leaves the editor; what was typed stays for the next time. The focus goes back to the card. */
function close({ ui }, id) {
  ui.edits.close();
  afterDrawing(() => document.querySelector(`[data-issue="${CSS.escape(id)}"]`)?.focus());
}
