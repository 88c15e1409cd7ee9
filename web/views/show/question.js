/** One logged question: what was asked at a glance, what can be done with it one tap away. */
import { longest } from '../../core/acts.js';
import { chips, kindMark, KINDS, ROLES } from '../../ui/marks.js';
import { h, memo } from '../../ui/dom.js';
import { eraseForm, tombstone } from '../../ui/erasing.js';
import { field, growing, select } from '../../ui/field.js';
import { icon } from '../../ui/icon.js';
import { onEnter } from '../../ui/ime.js';
import { retryButton } from '../../ui/retrying.js';
import { itemState } from '../../ui/status.js';
import { stranded } from '../../ui/stranded.js';
import { t } from '../../ui/words.js';
import { CATEGORIES, optionsOf, STATUSES, URGENCIES } from './vocabulary.js';

const STATUS_TONE = { open: 'warn', answered: 'good', followUp: 'accent', resolved: 'good', noAction: '' };

/** `state` is the tab's: which question is open, and in which mode. */
export function questionRow(page, { question, items }, state) {
  const key = page.records.key('question', question.id);
  const open = state.open === question.id;
  // The long tail of a log that nobody touches costs nothing to draw again.
  if (!open && items.length === 0) return memo(key, quietRow, page, question, state, key, state.own === key);
  return row(page, question, items, state, key);
}

const quietRow = (page, question, state, key) => row(page, question, [], state, key);

function row(page, question, items, state, key) {
  const { app, log } = page;
  const { id } = question;
  const open = state.open === id;
  const toggle = () => {
    Object.assign(state, { open: open ? null : id, mode: open ? null : 'answer', begun: null });
    app.draw();
  };
  const gone = question.text === null || question.text === undefined;
  if (gone && open) return goneUnderHands(page, question, state, key);
  if (gone) return erased(app, question, key);
  return h(
    'li',
    { key, class: `question is-${question.status}${open ? ' open' : ''}${state.own === key ? ' own' : ''}` },
    h('time', { title: app.f.when(question.askedAt) }, app.f.offset(question.offset)),
    h(
      'div',
      { class: 'body' },
      h('button', { class: 'text', 'aria-expanded': String(open), onclick: toggle }, question.text),
      tags(app, question),
      answer(app, question),
      items.map((item) =>
        h('p', { key: item.id, class: 'row' }, itemState(item), item.state === 'refused' && undo(app, item))
      ),
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
    open && panel(page, question, state),
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

function undo(app, item) {
  return [
    retryButton(app, item),
    h('button', {
      class: 'small quiet',
      onclick: () => {
        if (item.op === 'question.answer' && item.args.words) {
          app.drafts.write(`answer:${item.args.question}`, item.args.words);
        }
        app.outbox.dismiss(item.id);
      },
    }, t('status.drop')),
  ];
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

function panel(page, question, state, { gone = false } = {}) {
  const { app } = page;
  const modes = gone ? [] : ['answer'];
  const card = question.issue && question.issue.state !== 'refused';
  if (!gone && app.may('question.edit')) modes.push(...(card ? [] : ['promote']), 'edit');
  if (!gone && app.me?.lead) modes.push('erase');
  const close = () => {
    Object.assign(state, { open: null, mode: null, begun: null });
    app.draw();
  };
  const letGo = () => {
    for (const about of ['answer', 'edit', 'erase', 'promote']) app.drafts.clear(`${about}:${question.id}`);
    close();
  };
  return h(
    'div',
    { class: 'panel', key: 'panel' },
    gone && stranded(app, t('show.gone'), () => written(app, question, state), [{ words: t('letGo'), act: letGo }]),
    h(
      'div',
      { class: 'modes', role: 'group' },
      modes.map((mode) =>
        h('button', {
          key: mode,
          class: 'small quiet',
          'aria-pressed': String(state.mode === mode),
          onclick: () => ((state.mode = mode), app.draw()),
        }, t(`show.mode.${mode}`))
      ),
    ),
    h('div', { key: state.mode }, (MODES[state.mode] ?? answerPanel)(page, question, close, state, gone)),
  );
}

/** What stands in the field of the panel that is open. */
function written(app, { id }, { mode, begun }) {
  const draft = app.drafts.read(`${mode}:${id}`);
  return mode === 'edit' ? JSON.parse(draft || 'null')?.text ?? begun?.text ?? '' : mode === 'promote' ? '' : draft;
}

function answerPanel(page, question, close, state, gone) {
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

function editPanel(page, question, close, state, gone) {
  const { app, log } = page;
  const draft = `edit:${question.id}`;
  // As it was when the panel was opened: what others change meanwhile is not taken for what stands in the fields.
  state.begun ??= question;
  const { edited: on, text, category, product, urgency } = state.begun;
  const kept = JSON.parse(app.drafts.read(draft) || 'null') ?? { on, text, category, product, urgency };
  const set = (part) => (app.drafts.write(draft, JSON.stringify({ ...kept, ...part })), app.draw());
  const send = async () => {
    if (gone) return;
    const { on, ...fields } = kept;
    const args = { question: question.id };
    // What was there and is no more is sent empty, which clears it; words cannot be cleared.
    for (const [name, value] of Object.entries(fields)) {
      const said = (value ?? '').trim();
      if (said !== (state.begun[name] ?? '') && (said || name !== 'text')) args[name] = said;
    }
    close();
    if (Object.keys(args).length === 1) return app.drafts.clear(draft);
    const item = app.submit(log, 'question.edit', args, { on });
    const answer = await item.answer;
    // A conflict keeps the draft, on the newer text.
    if (answer.saved) app.drafts.clear(draft);
    else if (answer.code === 'conflict') {
      app.drafts.write(draft, JSON.stringify({ ...kept, on: answer.detail?.newer?.edited }));
    }
  };
  return h(
    'div',
    { class: 'fields' },
    growing({
      'aria-label': t('field.text'),
      value: kept.text,
      oninput: (event) => set({ text: event.currentTarget.value }),
      ...onEnter(send, close),
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
        value: kept.category,
        choose: (category) => set({ category }),
      }),
      h('input', {
        class: 'pick',
        'aria-label': t('show.product'),
        placeholder: t('show.product'),
        list: 'products',
        value: kept.product ?? '',
        oninput: (event) => set({ product: event.currentTarget.value }),
      }),
      select({
        class: 'pick',
        'aria-label': t('show.urgency'),
        options: optionsOf(URGENCIES, 'urgency'),
        blank: t('show.urgency'),
        value: kept.urgency,
        choose: (urgency) => set({ urgency }),
      }),
    ),
    h('div', { class: 'row end' }, h('button', { class: 'primary', disabled: gone, onclick: send }, t('save'))),
  );
}

function erasePanel(page, { id, issue }, close, state, gone) {
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
