/** Writing a solution for the chosen cards: what is done, of which kind, who answers for it, until when. */
import { longest } from '../../core/acts.js';
import { h } from '../../ui/dom.js';
import { onEnter } from '../../ui/ime.js';
import { ENTRY_KINDS, roleBadge, ROLES } from '../../ui/marks.js';
import { over, stranded } from '../../ui/stranded.js';
import { t } from '../../ui/words.js';
import { acts } from './acts.js';
import { turn } from './composer.js';
import { may } from './phases.js';
import { textField } from '../../ui/textfield.js';

export function proposer(now) {
  const { app, log, ui, issues, me, room } = now;
  const draft = `solution:${log}`;
  const text = app.drafts.read(draft);
  const chosen = issues.filter(({ id }) => ui.proposing.answered.has(id));
  ui.proposing.settleOwner(chosen[0]?.role ?? me.roles?.[0] ?? 'operations', me.roles?.[0]);
  const stuck = !may.propose(room, me);
  const submit = () => !stuck && propose(now, draft, chosen);
  return h(
    'section',
    {
      key: 'proposer',
      class: `room-composer proposer ${ui.composing.what !== null || text ? 'open' : ''}`,
      'aria-label': t('room.propose'),
      onfocusin: () => ui.composing.attend('solution'),
      onfocusout: (event) => event.currentTarget.contains(event.relatedTarget) || ui.composing.attend(null),
    },
    stuck && closed(now, text, draft),
    h(
      'div',
      { class: 'composer-line' },
      h('span', { class: 'answers' }, answers(chosen)),
      kindPicker(now),
      textField({
        label: t('room.propose'),
        text,
        revision: app.drafts.revision(draft),
        submit,
        maxlength: longest('solution.propose', 'text'),
        placeholder: t('room.proposePlaceholder'),
        leave: () => document.activeElement.blur(),
        write: (words) => {
          const before = app.drafts.read(draft);
          app.drafts.type(draft, words);
          if (!before !== !words) app.draw();
        },
      }),
      ownerPicker(now),
      dueField(now, submit),
      h('button', { class: text ? 'primary send' : 'send', onclick: submit, disabled: stuck }, t('room.proposeShort')),
    ),
    hint(now),
  );
}

function closed(now, text, draft) {
  const { app, room } = now;
  const words = t('room.cannotPropose', { phase: t(`phase.${room.phase}`) });
  return text === ''
    ? over(words)
    : stranded(app, words, () => app.drafts.read(draft), [{ words: t('letGo'), act: () => letGo(now, draft) }]);
}

const answers = (chosen) =>
  chosen.length
    ? t('room.answers', { list: chosen.map((issue) => `#${issue.no ?? '–'}`).join(' ') })
    : t('room.answersNone');

export function kindPicker(now) {
  return h(
    'div',
    { class: 'picks kinds', role: 'radiogroup', 'aria-label': t('field.kind') },
    ENTRY_KINDS.map((kind) =>
      h('button', {
        key: kind,
        class: 'quiet',
        role: 'radio',
        'aria-checked': String(now.ui.proposing.fields.kind === kind),
        onclick: () => now.ui.proposing.change({ kind }),
      }, t(`entryKind.${kind}`))
    ),
  );
}

export function ownerPicker(now) {
  return h(
    'div',
    { class: 'picks roles', role: 'radiogroup', 'aria-label': t('field.owner') },
    ROLES.map((role) =>
      h('button', {
        key: role,
        class: `quiet role-${role}`,
        title: now.app.roleName(role),
        role: 'radio',
        'aria-checked': String(now.ui.proposing.fields.owner === role),
        onclick: () => now.ui.proposing.change({ owner: role }),
      }, roleBadge(now.app, role))
    ),
  );
}

export function dueField({ ui }, submit) {
  const { due, revision } = ui.proposing.fields;
  return [
    h('input', {
      class: 'due',
      list: 'dues',
      maxlength: longest('solution.propose', 'due'),
      value: due,
      revision,
      placeholder: t('room.due'),
      'aria-label': t('room.due'),
      ...onEnter(submit),
      oninput: (event) => ui.proposing.change({ due: event.currentTarget.value }),
    }),
    h('datalist', { id: 'dues' }, t('room.dues').split('、').map((words) => h('option', { value: words }))),
  ];
}

function letGo({ app, ui }, draft) {
  app.drafts.clear(draft);
  ui.composing.attend(null);
  ui.proposing.anew();
}

function hint(now) {
  const { app, ui, room, log, me } = now;
  const begun = app.drafts.read(`issue:${log}`);
  return h(
    'p',
    { class: 'composer-hint' },
    h('span', null, t('room.ownerIs', { role: app.roleName(ui.proposing.fields.owner) })),
    h('span', { class: 'wide-only' }, t('room.proposeHint')),
    may.post(room, me) && h('button', {
      class: 'quiet link',
      onclick: () => turn(now, 'issue'),
    }, t(begun ? 'room.goOnCard' : 'room.writeCard')),
  );
}

function propose(now, draft, chosen) {
  const { app, ui } = now;
  const { kind, owner, due } = ui.proposing.fields;
  const text = app.drafts.read(draft).trim();
  if (text === '') return;
  const issues = chosen.map((issue) => issue.id).slice(0, 10);
  acts.propose(now, { issues, text, kind, owner, ...(due.trim() ? { due: due.trim() } : {}) });
  app.drafts.clear(draft);
  ui.proposing.sent();
}
