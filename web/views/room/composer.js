/**
 * Where one writes, always at the foot of the room: a card, or in the solve phase a solution for the chosen cards. While
 * somebody writes it stays what it is, wherever the room moves, and what can no longer be sent can be kept.
 * On a phone it opens from one line into all its choices once it is touched.
 */
import { longest } from '../../core/acts.js';
import { h, memo } from '../../ui/dom.js';
import { onEnter } from '../../ui/ime.js';
import { kindOf, kindsOf } from '../../ui/kinds.js';
import { roleBadge } from '../../ui/marks.js';
import { knows, t } from '../../ui/words.js';
import { acts } from './acts.js';
import { isMine } from './issue.js';
import { bringsFact, parseMinute } from './minutes.js';
import { may, postingLanes } from './phases.js';
import { afterDrawing, textField } from '../../ui/textfield.js';

export function composer(now) {
  const { page } = now;
  const what = composed(now);
  if (what === 'solution') return now.ui.parts.get(now.app, 'proposer')?.(now);
  if (what === null) return null;
  const mine = elsewhere(page)
    ? now.issues.filter((issue) => isMine(issue, now.me)).length + now.pending.posts.length
    : 0;
  settleRole(now);
  return memo('issue-composer', issueComposer, now, mine);
}

/** Which of the two is written; null where there is nothing to write, and nothing left that was. */
function composed({ app, log, ui, room, me, page }) {
  const { dialog } = ui.opened;
  if (ui.composing.what) return ui.composing.what;
  if (dialog?.name === 'link' && dialog.issue === null) return 'issue';
  if (page === 'solve' && ui.sheet.issue !== null) return null; // the sheet has a field of its own
  if (page === 'solve' && may.propose(room, me) && !ui.composing.isAside) return 'solution';
  if (may.post(room, me) || app.drafts.read(`issue:${log}`)) return 'issue';
  return app.drafts.read(`solution:${log}`) ? 'solution' : null;
}

/** Where one's own cards are not in sight. */
const elsewhere = (page) => page !== 'board' && page !== 'solve';

function issueComposer(now, mine) {
  const { app, log, ui, room, me } = now;
  const { fields: writing, what } = ui.composing;
  const draft = `issue:${log}`;
  const text = app.drafts.read(draft);
  const roles = postingLanes(room, me);
  const minute = parseMinute(writing.minute, now.show?.lasts);
  const kind = writtenKind(now);
  const stuck = !may.post(room, me);
  const submit = () => !stuck && post(now, draft, minute);

  return h(
    'section',
    {
      class: [
        'room-composer',
        (what !== null || text || writing.minute || writing.metric) && 'open',
        kind !== null && `writes-${kindOf(kind, room.template).sense}`,
      ].filter(Boolean).join(' '),
      'aria-label': t('room.compose'),
      onfocusin: () => ui.composing.attend('issue'),
      onfocusout: (event) => !event.currentTarget.contains(event.relatedTarget) && ui.composing.attend(null),
    },
    stuck && ui.parts.get(app, 'stuck')?.(now, text, draft),
    h(
      'div',
      { class: 'composer-line' },
      rolePicker(now, roles),
      kindPicker(now),
      textField({
        label: t('room.compose'),
        text,
        revision: app.drafts.revision(draft),
        submit,
        maxlength: longest('issue.post', 'text'),
        placeholder: askedFor(now),
        enterkeyhint: 'send',
        leave: () => document.activeElement.blur(),
        write: (words) => {
          const before = app.drafts.read(draft);
          app.drafts.type(draft, words);
          ui.composing.typed();
          // Kept with them: for which role, and for whose eyes, it is begun.
          if (!before && words) ui.composing.begin({ isBlind: room.revealed !== true });
          if (hint(before, writing) !== hint(words, writing) || !before !== !words) app.draw();
        },
      }),
      minuteField(now, minute, submit),
      metricPin(now),
      anonymousPin(now),
      h(
        'button',
        {
          class: text ? 'primary send' : 'send',
          'aria-label': t('room.post'),
          onclick: submit,
          disabled: stuck || roles.length === 0,
        },
        h('span', { class: 'wide-only' }, t('room.post')),
        h('span', { class: 'narrow-only', 'aria-hidden': 'true' }, '↵'),
      ),
    ),
    h(
      'p',
      { class: 'composer-hint' },
      status(now, text, minute, mine),
      now.page === 'solve' && may.propose(room, now.me) && back(now),
    ),
  );
}

/** A card half written for a role one no longer has changes hands only when its writer says so. */
function settleRole({ app, ui, log, room, me }) {
  const { role, formerly: before } = ui.composing.fields;
  const roles = postingLanes(room, me);
  if (roles.includes(role)) return;
  const formerly = app.drafts.read(`issue:${log}`) === '' ? null : role ?? before;
  const settled = formerly === null ? roles[0] ?? null : null;
  if (settled !== role || formerly !== before) ui.composing.change({ formerly, role: settled });
}

function rolePicker({ app, ui }, roles) {
  const { role: chosen } = ui.composing.fields;
  return h(
    'div',
    { class: 'picks roles', role: 'radiogroup', 'aria-label': t('field.role') },
    roles.map((role) =>
      h('button', {
        key: role,
        class: `quiet role-${role}`,
        title: app.roleName(role),
        role: 'radio',
        'aria-checked': String(chosen === role),
        onclick: () => ui.composing.change({ role, formerly: null }),
      }, roleBadge(app, role))
    ),
  );
}

/** What is to be written under the chosen kind. */
function askedFor({ app, ui, room }) {
  const key = writtenKind({ ui, room });
  if (key === null) return t('room.anyKind');
  const { hint, isOwn, name } = kindOf(key, room.template);
  if (hint || isOwn) return hint ?? `${name}…`;
  if (knows(`room.kindHint.${key}`)) return t(`room.kindHint.${key}`);
  return ui.parts.get(app, 'asking')?.asked(key) ?? `${name}…`;
}

/** What was chosen (null: nothing yet), or, where it was chosen for a room of another template, the first of this one's most like it. */
function writtenKind({ ui, room }) {
  const { kind } = ui.composing.fields;
  if (kind === null) return null;
  const kinds = kindsOf(room.template);
  return (kinds.find(({ key }) => key === kind) ?? kinds.find(({ sense }) => sense === kind) ?? kinds[0]).key;
}

function kindPicker({ ui, room }) {
  const chosen = writtenKind({ ui, room });
  return h(
    'div',
    { class: `picks kinds ${ui.composing.asksKind ? 'asked' : ''}`, role: 'radiogroup', 'aria-label': t('field.kind') },
    kindsOf(room.template).map(({ key: kind, sense, name }) =>
      h(
        'button',
        {
          key: kind,
          class: `quiet kind-${sense}`,
          role: 'radio',
          'aria-checked': String(chosen === kind),
          onclick: () => chooseKind({ ui }, kind),
        },
        h('span', { 'aria-hidden': 'true' }, t(`kindMark.${sense}`)),
        ' ',
        name ?? t(`kind.${kind}`),
      )
    ),
  );
}

/** Where it was asked for, the cursor goes back to the words, and Enter sends them. */
function chooseKind({ ui }, kind) {
  const wasAsked = ui.composing.asksKind;
  ui.composing.change({ kind });
  if (wasAsked) afterDrawing(() => document.querySelector('.room-composer textarea')?.focus());
}

function minuteField({ ui, f }, minute, submit) {
  const { fields: writing } = ui.composing;
  const write = (text) => ui.composing.change({ minute: text });
  return h('input', {
    class: `minute ${writing.minute && minute === null ? 'odd' : ''}`,
    value: writing.minute,
    revision: writing.revision,
    placeholder: t('room.minute'),
    'aria-label': t('room.minuteLong'),
    autocomplete: 'off',
    ...onEnter(submit),
    oninput: (event) => write(event.currentTarget.value),
    onblur: () => minute !== null && write(f.offset(minute)),
  });
}

function metricPin(now) {
  const { metric } = now.ui.composing.fields;
  const name = metric && t(`metric.${metric.metric}`);
  return h(
    'button',
    {
      class: `quiet pin ${metric ? 'set' : ''}`,
      'aria-label': metric ? t('room.metricIs', { name }) : t('room.linkMetric'),
      onclick: () => now.ui.opened.show({ name: 'link', issue: null }),
    },
    '＃',
    name ?? h('span', { class: 'wide-only' }, t('room.metric')),
  );
}

function anonymousPin({ ui }) {
  const { anonymous } = ui.composing.fields;
  return h(
    'button',
    {
      class: 'quiet pin',
      'aria-pressed': String(anonymous),
      title: t('room.anonymousHint'),
      onclick: () => ui.composing.change({ anonymous: !anonymous }),
    },
    anonymous ? '◉' : '○',
    ' ',
    t('room.anonymous'),
  );
}

/** Whether to remind of facts: something is written, and neither number, minute nor metric stands beside it. */
const hint = (text, { minute, metric }) => text.length > 5 && !minute && !metric && !bringsFact(text);

function status(now, text, minute, mine) {
  const { app, ui, room, log, me, isLive } = now;
  const { fields: writing } = ui.composing;
  const seeMine = () => ui.looking.lookAt({ phase: 'collect' });
  if (writing.minute && minute === null) return h('span', { class: 'error' }, t('room.minuteOdd'));
  const unsaved = app.outbox.items(log).filter((item) => item.op === 'issue.post' && item.state !== 'refused').length;
  const other = !may.propose(room, me) && app.drafts.read(`solution:${log}`);
  return [
    may.post(room, me) && hints(now, text, minute),
    other && h('button', { class: 'quiet link', onclick: () => turn({ ui }, 'solution') }, t('room.goOnSolution')),
    mine > 0 && h('button', { class: 'quiet link', onclick: seeMine }, t('room.seeMine', { n: mine })),
    h(
      'span',
      { class: 'saves', role: 'status' },
      unsaved > 0
        ? t(isLive ? 'room.savingCards' : 'room.waitingCards', { n: unsaved })
        : text === '' && ui.composing.isPosted && `✓ ${t('state.saved')}`,
    ),
    h('span', { class: 'wide-only keys-hint' }, t('room.enterHint')),
  ];
}

/** What is good to know of a card that can still be posted. */
function hints(now, text, minute) {
  const { app, ui, f, room } = now;
  const { fields: writing, isCarried } = ui.composing;
  return [
    ui.composing.asksKind && h('span', { class: 'error', role: 'alert' }, t('room.whichKind')),
    writing.formerly &&
    h('span', { class: 'error', role: 'alert' }, t('room.roleGone', { role: app.roleName(writing.formerly) })),
    text !== '' && isCarried &&
    h('span', { class: 'nudge', role: 'status' }, t('room.carried', { phase: t(`phase.${room.phase}`) })),
    text !== '' && writing.blind && room.revealed && h('span', { class: 'nudge', role: 'status' }, t('room.nowSeen')),
    hint(text, writing) ? h('span', { class: 'nudge' }, t('room.factHelps')) : null,
    minute !== null && writing.minute ? h('span', null, t('room.minuteIs', { at: f.offset(minute) })) : null,
    writing.anonymous &&
    (ui.parts.get(app, 'unmasking')?.(now, writing.role) ?? h('span', null, t('room.anonymousHint'))),
    !writing.anonymous && !room.revealed && h('span', { class: 'wide-only' }, t('room.blindShort')),
  ];
}

/** In the solve phase a card is the exception, and one press leads back to the rule. */
function back(now) {
  const begun = now.app.drafts.read(`solution:${now.log}`);
  return h(
    'button',
    { class: 'quiet link', onclick: () => turn(now, 'solution') },
    t(begun ? 'room.goOnSolution' : 'room.writeSolution'),
  );
}

/** From one to the other, with the cursor in it. */
export function turn({ ui }, what) {
  ui.composing.turnTo(what);
  afterDrawing(() => document.querySelector('.room-composer textarea')?.focus());
}

function post(now, draft, minute) {
  const { app, ui } = now;
  const { fields: writing } = ui.composing;
  const text = app.drafts.read(draft).trim();
  if (text === '' || writing.role === null || (writing.minute && minute === null)) return;
  const kind = writtenKind(now);
  if (kind === null) return ui.composing.askKind();
  acts.post(now, {
    role: writing.role,
    kind,
    text,
    ...(minute === null ? {} : { offset: minute }),
    ...(writing.anonymous ? { anonymous: true } : {}),
  }, writing.metric ?? undefined).answer.then(({ saved }) => {
    ui.composing.posted(saved && app.drafts.read(draft) === '');
  });
  app.drafts.clear(draft);
  ui.columns.showLane(writing.role);
  ui.composing.sent();
}

/** Begins a card from what is looked at: its minute, its metric, its words. Words already there stay. */
export function begin(now, { words, minute, metric, role, kind } = {}) {
  const { app, log, ui, f, room, me } = now;
  if (!may.post(room, me)) return;
  if (words !== undefined) {
    const before = app.drafts.read(`issue:${log}`);
    app.drafts.write(`issue:${log}`, before ? `${before}\n${words}` : words);
    if (!before) ui.composing.begin({ isBlind: room.revealed !== true });
  }
  if (minute !== undefined) ui.composing.fill({ minute: f.offset(minute) });
  if (metric !== undefined) ui.composing.change({ metric });
  if (kind !== undefined) ui.composing.change({ kind });
  if (role !== undefined && postingLanes(room, me).includes(role)) ui.composing.change({ role });
  ui.composing.beginAside();
  ui.pointing.open(false);
  afterDrawing(() => document.querySelector('.room-composer textarea')?.focus());
}
