/** One logged question: what was asked at a glance, what can be done with it one tap away. */
import { longest } from '../../core/acts.js';
import { chips, kindMark, KINDS, ROLES } from '../../ui/marks.js';
import { h, memo } from '../../ui/dom.js';
import { Edit } from '../../ui/edit.js';
import { eraseForm, tombstone } from '../../ui/erasing.js';
import { field, growing, select } from '../../ui/field.js';
import { ghostLine } from '../../ui/ghost.js';
import { icon } from '../../ui/icon.js';
import { onEnter } from '../../ui/ime.js';
import { keeping, theirs, toTheChoice } from '../../ui/overtaken.js';
import { stranded } from '../../ui/stranded.js';
import { t } from '../../ui/words.js';
import { CATEGORIES, optionsOf, STATUSES, URGENCIES } from './vocabulary.js';

const STATUS_TONE = { open: 'warn', answered: 'good', followUp: 'accent', resolved: 'good', noAction: '' };

/** `state` is the tab's: which question is open, and in which mode (attending.js). */
export function questionRow(page, { question, items }, state) {
  const key = page.records.key('question', question.id);
  // The long tail of a log that nobody touches costs nothing to draw again.
  if (!state.is(question.id) && items.length === 0) return memo(key, quietRow, page, question, state, key);
  return row(page, question, items, state, key);
}

const quietRow = (page, question, state, key) => row(page, question, [], state, key);

function row(page, question, items, state, key) {
  const { app, log } = page;
  const { id } = question;
  const open = state.is(id);
  const toggle = () => (open ? state.close() : state.open(id));
  const gone = question.text === null || question.text === undefined;
  if (gone && open) return goneUnderHands(page, question, state, key);
  if (gone) return erased(app, question, key);
  return h(
    'li',
    { key, class: `question is-${question.status}${open ? ' open' : ''}${state.isOwn(key) ? ' own' : ''}` },
    h('time', { title: app.f.when(question.askedAt) }, app.f.offset(question.offset)),
    h(
      'div',
      { class: 'body' },
      h('button', { class: 'text', 'aria-expanded': String(open), onclick: toggle }, question.text),
      tags(app, question),
      answer(app, question),
      items.map((item) => ghostLine(app, item, takenBack(app, item))),
    ),
    h(
      'div',
      { class: 'quick' },
      app.may('question.plus')
        ? h('button', {
          class: 'plus',
          'aria-label': t('show.plusLabel', { n: question.plus + 1 }),
          onclick: () => app.submit(log, 'question.plus', { question: id }),
        }, question.plus > 0 ? h('b', null, `×${question.plus + 1}`) : '+1')
        : question.plus > 0 && h('b', { class: 'plus' }, `×${question.plus + 1}`),
      h('button', {
        class: 'air',
        'aria-pressed': String(question.onAir),
        'aria-label': t('show.air'),
        title: t('show.air'),
        onclick: () => app.submit(log, 'question.air', { question: id, onAir: !question.onAir }),
      }, icon('mic')),
    ),
    open && panel(page, question, state, { items }),
  );
}

/** From a file, and nobody has said since whether someone waits for an answer. */
export const isUntold = ({ imported, status }) => imported === true && status === 'open';

function tags(app, question) {
  const { product, category, urgency, source, group, user, customer, masked, status, onAir, issue } = question;
  const untold = isUntold(question);
  return h(
    'p',
    { class: 'tags' },
    h(
      'span',
      { class: untold ? 'label' : `label ${STATUS_TONE[status]}` },
      untold ? t('show.imported') : t(`questionStatus.${status}`),
    ),
    onAir && h('span', { class: 'label accent' }, t('show.onAir')),
    urgency === 'order' && h('span', { class: 'label bad' }, t('urgency.order')),
    issue && h('span', { class: 'label accent' }, t(`show.issue.${issue.state}`)),
    product && h('span', null, product),
    category && h('span', null, t(`category.${category}`)),
    urgency && urgency !== 'order' && h('span', { class: 'lesser' }, t(`urgency.${urgency}`)),
    source && h('span', { class: 'lesser' }, [t(`source.${source}`), group].filter(Boolean).join(' ')),
    user && h('span', { class: 'lesser' }, user),
    customer && h('span', { class: 'lesser' }, t(`customer.${customer}`)),
    masked?.length > 0 &&
      h('span', { class: 'masked' }, t('show.masked', { what: masked.map((kind) => t(`mask.${kind}`)).join('、') })),
  );
}

function answer(app, { answer }) {
  if (!answer?.words) return null;
  return h('p', { class: 'answer' }, answer.role && h('b', null, app.roleName(answer.role), '：'), answer.words);
}

/** The words of an answer that was refused stand in their field again. */
function takenBack(app, { id, op, args }) {
  if (op !== 'question.answer' || !args.words) return undefined;
  const back = () => {
    app.drafts.write(`answer:${args.question}`, args.words);
    app.outbox.dismiss(id);
  };
  return { words: t('status.drop'), back };
}

const MODES = { answer: answerPanel, promote: promotePanel, edit: editPanel, erase: erasePanel };

/** Erased or expired while somebody writes about it: the field stays until they leave. */
function goneUnderHands(page, question, state, key) {
  return h(
    'li',
    { key, class: 'question is-erased open' },
    h('time', null, page.app.f.offset(question.offset)),
    h('div', { class: 'body' }, fate(page.app, question)),
    panel(page, question, state, { gone: true }),
  );
}

function panel(page, question, state, { items = [], gone = false } = {}) {
  const { app } = page;
  const modes = gone ? [] : ['answer'];
  const card = question.issue && question.issue.state !== 'refused';
  if (!gone && app.may('question.edit')) modes.push(...(card ? [] : ['promote']), 'edit');
  if (!gone && app.me?.lead) modes.push('erase');
  const close = () => state.close();
  const letGo = () => {
    for (const about of ['answer', 'edit', 'erase', 'promote']) app.drafts.clear(`${about}:${question.id}`);
    close();
  };
  return h(
    'div',
    { class: 'panel', key: 'panel' },
    gone && stranded(app, t('show.gone'), () => written(page, question, state), [{ words: t('letGo'), act: letGo }]),
    h(
      'div',
      { class: 'modes', role: 'group' },
      modes.map((mode) =>
        h('button', {
          key: mode,
          class: 'small quiet',
          'aria-pressed': String(state.mode === mode),
          onclick: () => state.turnTo(mode),
        }, t(`show.mode.${mode}`))
      ),
    ),
    h('div', { key: state.mode }, (MODES[state.mode] ?? answerPanel)(page, question, close, { state, items, gone })),
  );
}

/** What stands in the field of the panel that is open. */
function written(page, question, state) {
  const { mode } = state;
  if (mode === 'edit') return beginEdit(page, question, state).fields.text;
  return mode === 'promote' ? '' : page.app.drafts.read(`${mode}:${question.id}`);
}

function answerPanel(page, question, close, { gone }) {
  const { app, log } = page;
  const { id } = question;
  const status = isUntold(question) ? null : question.status;
  const draft = `answer:${id}`;
  const send = () => {
    if (gone) return;
    const words = app.drafts.read(draft).trim();
    app.submit(log, 'question.answer', words ? { question: id, words } : { question: id });
    app.drafts.clear(draft);
    close();
  };
  return [
    h(
      'div',
      { class: 'line' },
      growing({
        'aria-label': t('show.answer'),
        placeholder: t('show.answerHint'),
        maxlength: longest('question.answer', 'words'),
        ...app.drafts.field(draft),
        ...onEnter(send, close),
        created: (node) => node.focus({ preventScroll: true }),
      }),
      h('button', { class: 'primary', disabled: gone, onclick: send }, t('show.answer')),
    ),
    !gone && chips({
      label: t('show.status'),
      options: optionsOf(STATUSES, 'questionStatus'),
      chosen: status,
      choose: (value) => value !== status && app.submit(log, 'question.mark', { question: id, status: value }),
    }),
  ];
}

/** The room is chosen only where several could take it. */
function promotePanel(page, question, close) {
  const { app, log } = page;
  const all = app.directory.all('room').sort((one, other) => other.openedAt - one.openedAt);
  const rooms = all.filter((room) => room.shows.includes(log));
  if (question.issue && question.issue.state !== 'refused') {
    return h('p', { class: 'quiet-text' }, t(`show.issue.${question.issue.state}`));
  }
  if (rooms.length === 0) return h('p', { class: 'quiet-text' }, t('show.noRoom'));
  const draft = `promote:${question.id}`;
  const choice = JSON.parse(app.drafts.read(draft) || '{}');
  const set = (part) => (app.drafts.write(draft, JSON.stringify({ ...choice, ...part })), app.draw());
  const send = (kind) => {
    app.submit(log, 'question.promote', {
      question: question.id,
      room: choice.room ?? rooms[0].id,
      kind,
      role: choice.role ?? undefined,
    });
    app.drafts.clear(draft);
    close();
  };
  return h(
    'div',
    { class: 'fields' },
    rooms.length > 1 && field(
      t('show.room'),
      select({
        options: rooms.map((room) => ({ value: room.id, text: room.title })),
        value: choice.room ?? rooms[0].id,
        choose: (room) => set({ room }),
      }),
    ),
    field(
      t('show.issueRole'),
      select({
        options: optionsOf(ROLES, 'role').map(({ value }) => ({ value, text: app.roleName(value) })),
        value: choice.role ?? 'private',
        choose: (role) => set({ role }),
      }),
    ),
    h(
      'div',
      { class: 'row', role: 'group', 'aria-label': t('show.issueKind') },
      h('span', { class: 'quiet-text tiny' }, t('show.issueKind')),
      KINDS.map((kind) => h('button', { key: kind, onclick: () => send(kind) }, kindMark(kind))),
    ),
  );
}

const FIELDS = ['text', 'category', 'product', 'urgency'];
const fieldsOf = (record) => Object.fromEntries(FIELDS.map((name) => [name, record[name] ?? '']));

const beginEdit = ({ app, log }, question, state) =>
  state.edit(() => new Edit(app, { log, op: 'question.edit', record: question, begin: fieldsOf }));

function editPanel(page, question, close, { state, items, gone }) {
  const { app, records } = page;
  const edit = beginEdit(page, question, state);
  const item = items.findLast(({ op }) => op === 'question.edit');
  const newer = gone ? null : edit.newer(records.get('question', question.id) ?? question, item);
  const { text, category, product, urgency } = edit.fields;
  const set = (part) => edit.change(part);
  const drop = () => {
    if (item?.state === 'refused') app.outbox.dismiss(item.id);
    edit.forget();
    close();
  };
  const save = () => {
    if (gone) return;
    const written = Object.fromEntries(FIELDS.map((name) => [name, (edit.fields[name] ?? '').trim()]));
    close();
    edit.send(written, { newer, item, overtaken: () => state.open(question.id, 'edit') });
  };
  return h(
    'div',
    { class: 'fields editing' },
    newer && theirs(newer, item),
    growing({
      'aria-label': t('field.text'),
      value: text,
      oninput: (event) => set({ text: event.currentTarget.value }),
      ...onEnter(newer || gone ? toTheChoice : save, close),
      maxlength: longest('question.edit', 'text'),
      created: (node) => node.focus({ preventScroll: true }),
    }),
    h(
      'div',
      { class: 'picks' },
      select({
        class: 'pick',
        'aria-label': t('show.category'),
        options: optionsOf(CATEGORIES, 'category'),
        blank: t('show.category'),
        value: category,
        choose: (value) => set({ category: value ?? '' }),
      }),
      h('input', {
        class: 'pick',
        'aria-label': t('show.product'),
        placeholder: t('show.product'),
        list: 'products',
        value: product,
        oninput: (event) => set({ product: event.currentTarget.value }),
      }),
      select({
        class: 'pick',
        'aria-label': t('show.urgency'),
        options: optionsOf(URGENCIES, 'urgency'),
        blank: t('show.urgency'),
        value: urgency,
        choose: (value) => set({ urgency: value ?? '' }),
      }),
    ),
    !gone && keeping({ newer, drop, save }),
  );
}

function erasePanel(page, { id, issue }, close, { gone }) {
  const { app, log } = page;
  return eraseForm(app, {
    kind: 'question',
    id,
    onward: Boolean(issue) && issue.state !== 'refused',
    send: (args) => {
      if (gone) return;
      app.submit(log, 'question.erase', { question: id, ...args });
      close();
    },
  });
}

const fate = (app, { erased }) => (erased ? tombstone(app, erased) : h('p', { class: 'tombstone' }, t('show.expired')));

function erased(app, { offset, erased }, key) {
  return h('li', { key, class: 'question is-erased' }, h('time', null, app.f.offset(offset)), fate(app, { erased }));
}
