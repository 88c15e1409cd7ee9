/** One logged question: what was asked at a glance, what can be done with it one tap away (panel.js). */
import { h, memo } from '../../ui/dom.js';
import { tombstone } from '../../ui/tombstone.js';
import { ghostLine } from '../../ui/ghost.js';
import { icon } from '../../ui/icon.js';
import { t } from '../../ui/words.js';

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
    app.drafts.putBack(`answer:${args.question}`, args.words);
    app.outbox.dismiss(id);
  };
  return { words: t('status.drop'), back };
}

function panel(page, ...about) {
  const draw = page.parts.get(page.app, 'panel');
  return draw ? draw(page, ...about) : page.parts.without(page.app, 'panel');
}

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

const fate = (app, { erased }) => (erased ? tombstone(app, erased) : h('p', { class: 'tombstone' }, t('show.expired')));

function erased(app, { offset, erased }, key) {
  return h('li', { key, class: 'question is-erased' }, h('time', null, app.f.offset(offset)), fate(app, { erased }));
}
