/** 准备: what was agreed last time, answered row by row before anything new begins. */
import { asksWhy, isMine, missedElsewhere } from '../../core/agreed.js';
import { longest } from '../../core/acts.js';
import { chips } from '../../ui/chips.js';
import { h } from '../../ui/dom.js';
import { dueWords } from '../../ui/due.js';
import { icon } from '../../ui/icon.js';
import { onEnter } from '../../ui/ime.js';
import { roleBadge } from '../../ui/marks.js';
import { itemState } from '../../ui/status.js';
import { tombstone } from '../../ui/tombstone.js';
import { t } from '../../ui/words.js';
import { askedOf, deferral, isFirst, notDue } from './asked.js';

const ANSWERS = ['done', 'notYet', 'dropped'];
const REASONS = ['hands', 'time', 'how', 'needless'];

/** Which rows are being answered: by room's state, action → the answer that waits for its reason, or '' to answer anew. */
const opened = new WeakMap();

export function answering(now) {
  const asked = askedOf(now);
  const answered = asked.filter(({ answer }) => answer).length;
  const waiting = notDue(now);
  const first = isFirst(now);
  if (first && asked.length + waiting.length === 0) return null;
  const title = t(first ? 'room.agreed.titleFirst' : 'room.agreed.title');
  return h(
    'section',
    { class: 'card agreed', key: 'agreed', 'aria-label': title },
    h(
      'header',
      { class: 'agreed-head' },
      h('h2', null, title),
      asked.length > 0 &&
        h('span', { class: 'count' }, t('room.agreed.answered', { n: answered, of: asked.length })),
    ),
    asked.length === 0
      ? h('p', { class: 'quiet-text' }, t('room.agreed.none'))
      : h('ul', { class: 'agreed-rows' }, asked.map((one) => row(now, one))),
    waiting.length > 0 && [
      h('h3', { class: 'agreed-later', key: 'later' }, t('room.agreed.notDue')),
      h('ul', { class: 'agreed-rows not-due', key: 'not-due' }, waiting.map((one) => row(now, one))),
    ],
  );
}

function row(now, one) {
  const { app } = now;
  const { action, answer, item } = one;
  const waiting = rowsOf(now).get(action.id);
  const isAnswered = answer && waiting === undefined;
  return h(
    'li',
    {
      key: action.id,
      class: `${isAnswered ? 'answered' : ''} ${isMine(action, now.me) ? 'mine' : ''}`,
      'data-action': action.id,
      tabindex: '0',
      onkeydown: (event) => keys(now, one, event),
    },
    roleBadge(app, action.owner),
    h(
      'div',
      { class: 'agreed-words' },
      action.erased ? tombstone(app, action.erased) : h('p', { class: 'agreed-text' }, action.text),
      h('p', { class: 'agreed-about' }, about(now, one)),
    ),
    isAnswered ? told(now, one) : choices(now, one, waiting),
    item && itemState(item),
    item?.state === 'refused' &&
      h('button', { class: 'small', onclick: () => app.outbox.dismiss(item.id) }, t('status.drop')),
    waiting && why(now, one, waiting),
  );
}

/** Who answers for it, how often it was put off, where it was agreed, and who answered. */
function about(now, { action, answer }) {
  const { app, f } = now;
  const missed = missedElsewhere(action, now.log);
  const from = action.from && app.listed.room(action.from.room)?.title;
  return [
    h('span', { key: 'who' }, action.member ? app.name(action.member) : app.roleName(action.owner)),
    action.due && h('span', { key: 'due' }, due(app, action.due)),
    missed > 0 && h('span', { key: 'missed', class: 'late' }, t('room.agreed.missed', { n: missed })),
    h('span', { key: 'from' }, [from, t('room.agreed.on', { day: f.date(action.at) })].filter(Boolean).join(' · ')),
    answer?.by &&
    h(
      'span',
      { key: 'by' },
      t(isOwner(app, action, answer.by) ? 'room.agreed.by' : 'room.agreed.for', {
        name: app.name(answer.by),
        at: f.time(answer.at),
      }),
    ),
    answer?.reason && h('span', { key: 'reason' }, answer.reason),
    !answer && deferral(now, action.id) && h('span', { key: 'later' }, t('room.agreed.later')),
  ];
}

const due = (app, due) => due.next ? dueWords(app, due) : t('room.agreed.until', { day: dueWords(app, due) });

function isOwner(app, { member, owner }, by) {
  return member ? member === by : (app.directory.get('member', by)?.roles ?? []).includes(owner);
}

function told(now, { action, answer }) {
  return h(
    'span',
    { class: `agreed-answer is-${answer.answer}` },
    h(
      'b',
      null,
      icon(answer.answer === 'done' ? 'tick' : answer.answer === 'dropped' ? 'close' : 'clock'),
      t(`room.answer.${answer.answer}`),
    ),
    now.room.phase !== 'closed' &&
      h('button', { class: 'quiet small', onclick: () => turn(now, action.id, '') }, t('room.agreed.change')),
  );
}

function choices(now, one, waiting) {
  const chosen = waiting || one.answer?.answer;
  return h(
    'div',
    { class: 'segments', role: 'group', 'aria-label': t('room.agreed.answer') },
    ANSWERS.map((answer) =>
      h('button', {
        key: answer,
        class: 'quiet',
        'aria-pressed': String(chosen === answer),
        onclick: () => choose(now, one, answer),
      }, t(`room.answer.${answer}`))
    ),
  );
}

/** What is dropped says why, and so does what is not done for the third time: the row counts once that is saved. */
function why(now, one, answer) {
  const { app } = now;
  const { action } = one;
  const draft = `why:${action.id}`;
  const send = () => {
    const reason = app.drafts.read(draft).trim();
    if (!reason) return;
    app.drafts.clear(draft);
    say(now, one, answer, reason);
  };
  const n = missedElsewhere(action, now.log) + 1;
  return h(
    'div',
    { class: 'agreed-why' },
    h('p', null, answer === 'dropped' ? t('room.agreed.whyDropped') : t('room.agreed.whyNotYet', { n })),
    chips({
      label: t('room.agreed.reasons'),
      chosen: app.drafts.read(draft),
      options: REASONS.map((name) => ({ value: t(`room.reason.${name}`), text: t(`room.reason.${name}`) })),
      choose: (reason) => (app.drafts.write(draft, reason), app.draw()),
    }),
    h(
      'p',
      { class: 'row' },
      h('input', {
        class: 'grow',
        'aria-label': t('room.agreed.reason'),
        maxlength: longest('action.answer', 'reason'),
        created: (node) => node.focus(),
        ...app.drafts.field(draft),
        ...onEnter(send),
      }),
      h('button', { class: 'small', onclick: () => turn(now, action.id) }, t('cancel')),
      h('button', { class: 'small primary', onclick: send }, t('save')),
    ),
  );
}

function keys(now, one, event) {
  if (event.target !== event.currentTarget) return;
  const rows = [...event.currentTarget.parentElement.children];
  const at = rows.indexOf(event.currentTarget);
  const to = { ArrowDown: rows[at + 1], ArrowUp: rows[at - 1] }[event.key];
  const answer = ANSWERS[Number(event.key) - 1];
  if (to) to.focus();
  else if (answer && now.room.phase !== 'closed') choose(now, one, answer);
  else return;
  event.preventDefault();
}

function choose(now, one, answer) {
  const isSaid = one.answer?.answer === answer;
  if (!isSaid && asksWhy(one.action, answer, now.log)) return turn(now, one.action.id, answer);
  if (isSaid) return turn(now, one.action.id);
  say(now, one, answer);
}

function say(now, { log, action }, answer, reason) {
  const args = { action: action.id, room: now.log, answer, ...(reason ? { reason } : {}) };
  now.app.submit(log, 'action.answer', args, { on: action.edited, slot: `answer ${now.log} ${action.id}` });
  turn(now, action.id);
}

function rowsOf({ ui }) {
  if (!opened.has(ui)) opened.set(ui, new Map());
  return opened.get(ui);
}

function turn(now, id, answer) {
  if (answer === undefined) rowsOf(now).delete(id);
  else rowsOf(now).set(id, answer);
  now.app.draw();
}
