/** Which show a file speaks of: of several rows the one that is meant, and of a list what each row is. */
import { h } from '../../ui/dom.js';
import { select } from '../../ui/field.js';
import { t } from '../../ui/words.js';

/** So many rows of one sort are listed; all are counted. */
const MOST = 200;

export function which(view, part) {
  if (part.shows) return part.shows.length > 0 && rowsOf(view, part);
  if (view.bringing.rows[part.kind]?.choices.length > 0) return choicesOf(view, part);
  const title = view.app.records.log(view.bringing.where.log ?? '').only('show')?.title;
  return title ? h('p', { class: 'quiet-text tiny', key: 'which' }, t('bring.thisShow', { title })) : null;
}

const named = (f, { title, start }) =>
  [title, start === null || start === undefined ? null : f.when(start)].filter(Boolean).join(' ');

function choicesOf({ app, bringing }, { kind }) {
  const { choices } = bringing.rows[kind];
  const chosen = bringing.choices.row ?? choices.find((one) => one.chosen)?.row;
  return h(
    'fieldset',
    { class: 'import-which', key: `which ${kind}` },
    h('legend', null, t('bring.which')),
    choices.map(({ row, falseStart, ...show }) =>
      h(
        'label',
        { key: row, class: row === chosen ? 'chosen' : null },
        h('input', {
          type: 'radio',
          name: 'import-row',
          checked: row === chosen,
          onchange: () => bringing.change((made) => (made.row = row), { asks: true }),
        }),
        h(
          'span',
          null,
          h('b', null, named(app.f, show) || t('bring.rowOf', { line: show.line })),
          falseStart && h('small', { class: 'quiet-text' }, t('bring.falseStart')),
        ),
      )
    ),
    choices.some(({ falseStart }) => falseStart) && mergeChoice(bringing),
  );
}

const mergeChoice = (bringing) =>
  h(
    'label',
    { class: 'check tiny', key: 'merge' },
    h('input', {
      type: 'checkbox',
      checked: bringing.choices.mergeFalseStarts,
      onchange: ({ currentTarget: { checked } }) => bringing.change((choices) => (choices.mergeFalseStarts = checked)),
    }),
    h('span', null, t('bring.merge')),
  );

/** What is to be answered stands open; the rest is counted, and can be looked at. */
function rowsOf(view, { shows }) {
  const { bringing } = view;
  const asked = (bringing.seen.asked ??= {});
  for (const one of shows) if (one.match === 'ask') asked[one.row] = one;
  const open = shows.filter(({ row }) => row in asked);
  const others = ['new', 'known', 'falseStart', 'removed', 'skip'].map((match) => [
    match,
    shows.filter((one) => one.match === match && !(one.row in asked)),
  ]);
  return h(
    'section',
    { class: 'import-which', key: 'rows' },
    h('h3', null, t('bring.which')),
    open.map((one) => question(view, one, asked[one.row])),
    others.filter(([, rows]) => rows.length > 0).map(([match, rows]) =>
      h(
        'details',
        { key: match },
        h('summary', null, t(`bring.matched.${match}`, { n: rows.length })),
        h('ul', null, rows.slice(0, MOST).map((one) => h('li', { key: one.row }, named(view.app.f, one), titled(one)))),
        rows.length > MOST && h('p', { class: 'quiet-text tiny' }, t('bring.firstOf', { n: MOST })),
      )
    ),
    shows.some(({ match }) => match === 'falseStart') && mergeChoice(bringing),
  );
}

/** The known show's own title, where it is another. */
const titled = ({ title, titled }) =>
  titled && titled !== title && h('small', { class: 'quiet-text' }, ` ${t('bring.match.knownAs', { title: titled })}`);

function question({ app, bringing }, one, { log, titled }) {
  const { row } = one;
  return h(
    'label',
    { key: row, class: row in bringing.choices.answers ? 'field' : 'field asks' },
    h('span', null, named(app.f, one) || t('bring.rowOf', { line: one.line })),
    select({
      'aria-label': t('bring.answerFor', { title: named(app.f, one) }),
      value: bringing.choices.answers[row],
      blank: t('bring.match.ask'),
      options: [
        ...(log ? [{ value: log, text: t('bring.answer.is', { title: titled ?? '' }) }] : []),
        { value: 'new', text: t('bring.answer.new') },
        { value: 'skip', text: t('bring.answer.skip') },
      ],
      choose: (answer) =>
        bringing.change((choices) => answer ? (choices.answers[row] = answer) : delete choices.answers[row]),
    }),
  );
}
