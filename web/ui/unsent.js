/**
 * Everything on this device that is not saved: one's own commands, and what others left here unsent. Each can be looked
 * at, copied and dropped; a refused one tried again, another's submitted as who one is now. Of another's card the words
 * stand there only when somebody has asked for them.
 *
 *     const draw = unsentDialog(app, { close, leave })     `leave`: goes on to sign out
 *     const draw = leftovers(app)                          what others left, for the page where one joins
 */
import { subjectOf, wishOf } from './about.js';
import { copy } from './copy.js';
import { dialog } from './dialog.js';
import { h } from './dom.js';
import { icon } from './icon.js';
import { mayRetry } from './retrying.js';
import { itemState, leftWords } from './status.js';
import { knows, t } from './words.js';

/** Arguments that hold words of people, in the order in which they are told. */
const WORDS = [
  'text',
  'words',
  'title',
  'name',
  'label',
  'trigger',
  'basis',
  'reason',
  'due',
  'product',
  'group',
  'user',
];

/** What a command says, line by line, for someone who wants it back. */
function linesOf({ args }) {
  const written = WORDS.filter((name) => typeof args[name] === 'string' && args[name] !== '');
  const numbers = Object.entries(args.values ?? {}).map(([metric, value]) => `${nameOf('metric', metric)} ${value}`);
  const [first, ...rest] = written;
  return [
    ...(first ? [args[first]] : []),
    ...rest.map((name) => `${nameOf('field', name)}: ${args[name]}`),
    ...numbers,
  ];
}

const nameOf = (part, name) => (knows(`${part}.${name}`) ? t(`${part}.${name}`) : name);

export function unsentDialog(app, { close, leave }) {
  const shown = list(app);
  return () => {
    const mine = app.outbox.items();
    const others = app.orphans.items;
    const half = app.halfWritten;
    return dialog(
      { title: t('unsent.title'), key: 'unsent', close },
      h(
        'div',
        { class: 'unsent' },
        leave && mine.length > 0 && h('p', null, t('unsent.leaving', { n: mine.length })),
        mine.length + others.length + half.length === 0 && h('p', { class: 'quiet-text' }, t('unsent.none')),
        mine.length > 0 && h('ul', null, mine.map((item) => shown(item, own(app, item)))),
        leftover(app, others, shown, 'h3'),
        halfWritten(app, half, shown, 'h3'),
        leave &&
          h(
            'p',
            { class: 'row end' },
            h('button', { onclick: close }, t('unsent.stay')),
            h('button', { class: 'danger', onclick: () => (close(), leave()) }, t('unsent.leave')),
          ),
      ),
    );
  };
}

export function leftovers(app) {
  const shown = list(app);
  return () => {
    const { items } = app.orphans;
    const half = app.halfWritten;
    return items.length + half.length > 0 &&
      h(
        'details',
        { class: 'unsent', key: 'leftovers' },
        h('summary', null, leftWords(app)),
        leftover(app, items, shown, 'h2'),
        halfWritten(app, half, shown, 'h2'),
      );
  };
}

/** By whom they were written: their words are never taken for one's own. */
function leftover(app, items, shown, heading) {
  const writers = [...new Set(items.map((item) => item.writer ?? ''))];
  return writers.map((writer) =>
    h(
      'section',
      { key: `by ${writer}` },
      h(heading, null, writer ? t('unsent.by', { name: writer }) : t('unsent.bySomeone')),
      h(
        'ul',
        null,
        items.filter((item) => (item.writer ?? '') === writer).map((item) => shown(item, another(app, item))),
      ),
    )
  );
}

/** What somebody who was removed had not finished: to be copied, for it has no field any more. */
function halfWritten(app, items, shown, heading) {
  return items.length > 0 &&
    h(
      'section',
      { key: 'half' },
      h(heading, null, t('unsent.half')),
      h(
        'ul',
        null,
        items.map((item) =>
          shown(item, { secret: isOfCard(item.id), warning: t('unsent.sure'), drop: () => app.drafts.forget(item.id) })
        ),
      ),
    );
}

/** A draft's name ends with its field and what that is about. */
const isOfCard = (name) => /\/(issue|edit):/.test(name);

/** Drafts `[name, text]` as items: words, or a form's fields as JSON. One that holds nothing but choices is none. */
export function halfWrittenIn(drafts) {
  return drafts.map(([id, text]) => ({ id, field: fieldOf(id), args: fieldsIn(text) })).filter((item) =>
    linesOf(item).length > 0
  );
}

function fieldOf(name) {
  const [, field] = name.match(/\/([a-z]+):/) ?? [];
  return knows(`draft.${field}`) ? field : 'other';
}

function fieldsIn(text) {
  try {
    const fields = JSON.parse(text);
    return fields !== null && typeof fields === 'object' ? fields : { text };
  } catch {
    return { text };
  }
}

const own = (app, item) => ({
  state: itemState(item),
  warning: item.state === 'refused' ? t('unsent.sure') : t('unsent.sureSent'),
  drop: () => app.outbox.drop(item.id),
  subject: [subjectOf(app, item), wishOf(item)].filter(Boolean).join(' · '),
  act: item.state === 'refused' && mayRetry(app, item) &&
    { words: t('status.again'), run: () => app.outbox.retry(item.id) },
});

const another = (app, item) => ({
  secret: item.secret,
  warning: t('unsent.sure'),
  drop: () => app.orphans.drop(item.id),
  act: app.outbox.member !== null && { words: t('unsent.adopt'), run: () => app.orphans.adopt(item.id) },
});

/**
 * One item with what can be done about it. What is asked, what was copied and whose words are to be seen is remembered
 * between drawings.
 */
function list(app) {
  let asking = null;
  let copied = null;
  const opened = new Set();

  return function shown(item, { state, subject, warning, drop, act, secret }) {
    const lines = linesOf(item);
    const veiled = secret && lines.length > 0 && !opened.has(item.id);
    const take = async (event) => {
      const words = event.currentTarget.closest('li').querySelector('.words');
      copied = (await copy(lines.join('\n'), words)) ? item.id : null;
      app.draw();
    };
    const ask = (id) => () => ((asking = id), app.draw());
    const unveil = () => (opened.add(item.id), app.draw());
    return h(
      'li',
      { key: item.id },
      item.op &&
        h(
          'p',
          { class: 'about' },
          h('b', null, t(`act.${item.op}`)),
          !secret && h('time', null, app.f.when(madeAt(item.id))),
          state,
        ),
      item.field && h('p', { class: 'about' }, h('b', null, t(`draft.${item.field}`))),
      subject && h('p', { class: 'subject' }, subject),
      veiled && h('p', { class: 'quiet-text' }, t('unsent.veiled')),
      lines.length > 0 && !veiled && h('p', { class: 'words' }, lines.join('\n')),
      asking === item.id
        ? h(
          'p',
          { class: 'row', key: 'asking' },
          h('span', { class: 'grow' }, warning),
          h('button', { class: 'small danger', onclick: drop }, t('status.drop')),
          h('button', { class: 'small quiet', onclick: ask(null) }, t('cancel')),
        )
        : h(
          'p',
          { class: 'row', key: 'acts' },
          veiled && h('button', { class: 'small', key: 'show', onclick: unveil }, t('unsent.show')),
          lines.length > 0 && !veiled &&
            h(
              'button',
              { class: 'small', onclick: take },
              icon(copied === item.id ? 'tick' : 'copy'),
              copied === item.id ? t('copied') : t('copy'),
            ),
          act && !veiled && h('button', { class: 'small', onclick: act.run }, act.words),
          h('button', { class: 'small quiet danger', onclick: ask(item.id) }, t('status.drop')),
        ),
    );
  };
}

/** A command's id begins with the moment it was made. */
const madeAt = (id) => parseInt(id.replaceAll('-', '').slice(0, 12), 16);
