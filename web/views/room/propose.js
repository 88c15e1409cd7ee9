/** Writing a solution for the chosen cards: what is done, of which kind, who answers for it, until when. */
import { longest } from '../../core/acts.js';
import { h } from '../../ui/dom.js';
import { onEnter } from '../../ui/ime.js';
import { ENTRY_KINDS, roleBadge, ROLES } from '../../ui/marks.js';
import { over, stranded } from '../../ui/stranded.js';
import { t } from '../../ui/words.js';
import { acts } from './acts.js';
import { attend, turn } from './composer.js';
import { may } from './phases.js';
import { textField } from './textfield.js';

/** What is chosen beside the words of one solution, before anything is. */
const ABOUT_ONE = { kind: 'sop', owner: null, due: '' };

export function proposer(now) {
  const { app, log, ui, issues, me, room } = now;
  const draft = `solution:${log}`;
  const text = app.drafts.read(draft);
  const chosen = issues.filter((issue) => ui.selected.has(issue.id));
  ui.proposing.owner ??= chosen[0]?.role ?? me.roles?.[0] ?? 'operations';
  const stuck = !may.propose(room, me);
  const submit = () => !stuck && propose(now, draft, chosen);
  return h(
    'section',
    {
      key: 'proposer',
      class: `room-composer proposer ${ui.writing.focused || text ? 'open' : ''}`,
      'aria-label': t('room.propose'),
      onfocusin: () => attend(now, 'solution'),
      onfocusout: (event) => event.currentTarget.contains(event.relatedTarget) || attend(now, null),
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
      h('button', { class: 'primary send', onclick: submit, disabled: stuck }, t('room.proposeShort')),
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

function set({ app, ui }, change) {
  Object.assign(ui.proposing, change);
  app.draw();
}

function kindPicker(now) {
  return h(
    'div',
    { class: 'picks kinds', role: 'radiogroup', 'aria-label': t('field.kind') },
    ENTRY_KINDS.map((kind) =>
      h('button', {
        key: kind,
        class: 'quiet',
        role: 'radio',
        'aria-checked': String(now.ui.proposing.kind === kind),
        onclick: () => set(now, { kind }),
      }, t(`entryKind.${kind}`))
    ),
  );
}

function ownerPicker(now) {
  return h(
    'div',
    { class: 'picks roles', role: 'radiogroup', 'aria-label': t('field.owner') },
    ROLES.map((role) =>
      h('button', {
        key: role,
        class: `quiet role-${role}`,
        title: now.app.roleName(role),
        role: 'radio',
        'aria-checked': String(now.ui.proposing.owner === role),
        onclick: () => set(now, { owner: role }),
      }, roleBadge(now.app, role))
    ),
  );
}

function dueField(now, submit) {
  return [
    h('input', {
      class: 'due',
      list: 'dues',
      maxlength: longest('solution.propose', 'due'),
      value: now.ui.proposing.due,
      revision: now.ui.proposing.revision,
      placeholder: t('room.due'),
      'aria-label': t('room.due'),
      ...onEnter(submit),
      oninput: (event) => set(now, { due: event.currentTarget.value }),
    }),
    h('datalist', { id: 'dues' }, t('room.dues').split('、').map((words) => h('option', { value: words }))),
  ];
}

function letGo({ app, ui }, draft) {
  app.drafts.clear(draft);
  ui.composing = null;
  anew({ app, ui });
}

function hint(now) {
  const { app, ui, room, log, me } = now;
  const begun = app.drafts.read(`issue:${log}`);
  return h(
    'p',
    { class: 'composer-hint' },
    h('span', null, t('room.ownerIs', { role: app.roleName(ui.proposing.owner) })),
    h('span', { class: 'wide-only' }, t('room.proposeHint')),
    may.post(room, me) && h('button', {
      class: 'quiet link',
      onclick: () => turn(now, 'card'),
    }, t(begun ? 'room.goOnCard' : 'room.writeCard')),
  );
}

function propose(now, draft, chosen) {
  const { app, ui } = now;
  const { kind, owner, due } = ui.proposing;
  const text = app.drafts.read(draft).trim();
  if (text === '') return;
  const issues = chosen.map((issue) => issue.id).slice(0, 10);
  acts.propose(now, { issues, text, kind, owner, ...(due.trim() ? { due: due.trim() } : {}) });
  app.drafts.clear(draft);
  ui.selected.clear();
  anew(now);
}

/** What was chosen was about that one: a due date that stays is a promise nobody made. */
const anew = ({ app, ui }) => set({ app, ui }, { ...ABOUT_ONE, revision: ui.proposing.revision + 1 });
