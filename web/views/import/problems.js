/** Cells that could not be read, each where it stands, all of them counted; and whether the rest is stored. */
import { h } from '../../ui/dom.js';
import { knows, t } from '../../ui/words.js';
import { badRows, undatedOf } from './asking.js';
import { listed, problemWords } from './saying.js';

/** So many stand open; the others are unfolded. */
const OPEN = 5;

export function problems(view, part) {
  const { count, first } = part.problems;
  const several = view.bringing.preview.parts.length > 1;
  return h(
    'section',
    { class: 'import-problems', key: `problems ${part.kind}` },
    count > 0 && h('h3', null, several && `${t(`bring.part.${part.kind}`)} `, t('bring.problems', { n: count })),
    count > 0 && lines(first.slice(0, OPEN)),
    first.length > OPEN &&
      h(
        'details',
        { key: 'more' },
        h(
          'summary',
          null,
          count > first.length ? t('bring.firstOf', { n: first.length }) : t('bring.more', { n: count - OPEN }),
        ),
        lines(first.slice(OPEN)),
      ),
    (badRows(part) > 0 || view.bringing.note === 'badRows') && skipping(view, part),
    undatedOf(part) > 0 && undated(view, part),
    part.left?.length > 0 &&
      h(
        'p',
        { class: 'quiet-text tiny', key: 'left' },
        t('bring.left', { lines: listed(part.left.slice(0, 8).map(leftLine)) }),
      ),
  );
}

const lines = (problems) =>
  h(
    'ul',
    null,
    problems.map(({ sheet, line, column, header, code, raw }, n) =>
      h(
        'li',
        { key: n },
        h('span', { class: 'quiet-text at' }, sheet && `${sheet} `, line),
        h(
          'span',
          { class: 'what' },
          h('b', null, header ?? column ?? ''),
          ' ',
          raw && h('span', { class: 'wrong' }, raw),
          ' ',
          problemWords(code),
        ),
      )
    ),
  );

const leftLine = ({ line, why }) =>
  t('bring.leftLine', { line, why: knows(`bring.leftWhy.${why}`) ? t(`bring.leftWhy.${why}`) : why });

function skipping({ bringing, draw }, part) {
  const { choices } = bringing;
  return h(
    'label',
    { class: choices.skipBad ? 'check' : 'check asks', key: 'skip' },
    h('input', {
      type: 'checkbox',
      checked: choices.skipBad,
      onchange: ({ currentTarget: { checked } }) => ((choices.skipBad = checked), draw()),
    }),
    h('span', null, t(badRows(part) > 0 ? 'bring.skipBad' : 'bring.skipSome', { n: badRows(part) })),
  );
}

/** Questions that say no time belong to no minute: asked when the show began, or left out. */
function undated({ bringing }, part) {
  const { answers } = bringing.choices;
  const answer = (word) => bringing.change((choices) => (choices.answers.undated = word), { asks: true });
  return h(
    'fieldset',
    { class: answers.undated ? 'undated' : 'undated asks', key: 'undated' },
    h('legend', null, t('bring.undated', { n: undatedOf(part) })),
    ['start', 'skip'].map((word) =>
      h(
        'label',
        { key: word, class: 'check' },
        h('input', {
          type: 'radio',
          name: 'import-undated',
          checked: answers.undated === word,
          onchange: () => answer(word),
        }),
        h('span', null, t(`bring.undatedAs.${word}`)),
      )
    ),
  );
}
