/** Cells that could not be read, each where it stands, all of them counted; and whether the rest is stored. */
import { h } from '../../ui/dom.js';
import { t } from '../../ui/words.js';
import { badRows, undatedOf } from './asking.js';
import { leftWhy, listed, problemWords } from './saying.js';

/** So many stand open; the others are unfolded. */
const OPEN = 5;
const FEW = 3;

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
        t('bring.left', { lines: listed(leftLines(part.left)) }),
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

/** A few by their lines, many by their number. */
function leftLines(left) {
  const whys = [...new Set(left.map(({ why }) => why))];
  return whys.flatMap((why) => {
    const lines = left.filter((one) => one.why === why);
    if (lines.length <= FEW) return lines.map(({ line }) => t('bring.leftLine', { line, why: leftWhy(why) }));
    return [t('bring.leftLines', { n: lines.length, why: leftWhy(why) })];
  });
}

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
  const answer = (word) => bringing.change((choices) => (choices.answers.undated = word));
  return h(
    'div',
    {
      class: answers.undated ? 'undated' : 'undated asks',
      key: 'undated',
      role: 'radiogroup',
      'aria-labelledby': 'import-undated',
    },
    h('b', { id: 'import-undated' }, t('bring.undated', { n: undatedOf(part) })),
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
