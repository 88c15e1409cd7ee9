/**
 * What can be done with a question, in the row that is open: answer it, make an issue of it, change it, erase it. Fetched
 * later than the rows (ui/later.js).
 */
import { longest } from '../../core/acts.js';
import { chips } from '../../ui/chips.js';
import { h } from '../../ui/dom.js';
import { Edit } from '../../ui/edit.js';
import { eraseForm } from '../../ui/erasing.js';
import { field, select } from '../../ui/field.js';
import { growing } from '../../ui/growing.js';
import { onEnter } from '../../ui/ime.js';
import { usual } from '../../ui/kinds.js';
import { kindMark, ROLES } from '../../ui/marks.js';
import { keeping, theirs, toTheChoice } from '../../ui/overtaken.js';
import { stranded } from '../../ui/stranded.js';
import { t } from '../../ui/words.js';
import { isUntold } from './question.js';
import { CATEGORIES, optionsOf, STATUSES, URGENCIES } from './vocabulary.js';

const MODES = { answer: answerPanel, promote: promotePanel, edit: editPanel, erase: erasePanel };

export function panel(page, question, state, { items = [], gone = false } = {}) {
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
  const all = [...app.listed.rooms].sort((one, other) => other.openedAt - one.openedAt);
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
      usual('review').map(({ key: kind }) => h('button', { key: kind, onclick: () => send(kind) }, kindMark(kind))),
    ),
  );
}

const FIELDS = ['text', 'category', 'product', 'urgency'];
const fieldsOf = (record) => Object.fromEntries(FIELDS.map((name) => [name, record[name] ?? '']));

const beginEdit = ({ app, log }, question, state) =>
  state.edit(() => new Edit(app, { log, op: 'question.edit', record: question, begin: fieldsOf }));

const isSameText = (text, question) => text.trim() === (question.text ?? '');

function editPanel(page, question, close, { state, items, gone }) {
  const { app, records } = page;
  const edit = beginEdit(page, question, state);
  const item = items.findLast(({ op }) => op === 'question.edit');
  const newer = gone ? null : edit.newer(records.get('question', question.id) ?? question, item);
  const { text, category, product, urgency } = edit.fields;
  const set = (part) => edit.change(part);
  // Only words that are others than before are masked anew.
  const rules = isSameText(text, question) ? null : page.parts.get(app, 'masking');
  const kept = edit.fields.kept ?? [];
  const drop = () => {
    if (item?.state === 'refused') app.outbox.dismiss(item.id);
    edit.forget();
    close();
  };
  const save = () => {
    if (gone) return;
    const written = Object.fromEntries(FIELDS.map((name) => [name, (edit.fields[name] ?? '').trim()]));
    const stays = rules?.keptOf(written.text, kept) ?? [];
    if (stays.length > 0) written.kept = stays;
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
    rules?.masking(text, kept, (words) => set({ kept: words }), rules.standing(question)),
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
