/** The parts of a file: which one is looked at, and of each whether it is stored. */
import { h } from '../../ui/dom.js';
import { t } from '../../ui/words.js';
import { isHopeless, isUnmapped, tally } from './asking.js';
import { otherKinds } from './failed.js';

export function partTabs(view) {
  const { app, bringing } = view;
  const { parts } = bringing.preview;
  const part = parts.find(({ kind }) => kind === bringing.part);
  return h(
    'div',
    { class: 'import-parts' },
    h(
      'div',
      { class: 'import-tabs', role: 'group', 'aria-label': t('bring.parts') },
      parts.map((one) => tab(view, one)),
    ),
    part && h(
      'p',
      { class: 'quiet-text tiny' },
      [
        part.header > 0 && !part.line && t('bring.header', { line: part.header }),
        part.line > 0 && t(part.rows > 1 ? 'bring.fromFirst' : 'bring.fromLine', { line: part.line }),
        part.sheets?.length > 0 && part.sheets.join('、'),
        t('bring.zone', { zone: app.zone === 'Asia/Shanghai' ? t('bring.beijing') : app.zone }),
      ].filter(Boolean).join(' · '),
    ),
    part && tallyLine(part, bringing.choices),
    part && !isUnmapped(part) && otherKinds(view),
  );
}

function tab({ bringing, draw }, part) {
  const { kind, accepted, rows, minutes } = part;
  const isOneOf = bringing.preview.parts.length > 1;
  const isChosen = bringing.part === kind;
  const name = t(`bring.part.${kind}`);
  return h(
    'span',
    { key: kind, class: isChosen ? 'import-tab chosen' : 'import-tab' },
    isOneOf && h('input', {
      key: 'take',
      type: 'checkbox',
      'aria-label': t('bring.take', { part: name }),
      checked: bringing.kinds.includes(kind),
      disabled: isHopeless(part),
      onchange: ({ currentTarget: { checked } }) => {
        bringing.part = kind;
        bringing.change((choices) => (choices.taken[kind] = checked));
      },
    }),
    h(
      'button',
      {
        type: 'button',
        'aria-pressed': String(isChosen),
        onclick: () => ((bringing.part = kind), (bringing.open = null), draw()),
      },
      isUnmapped(part) ? name : `${name} ${t(`bring.amount.${kind}`, { n: minutes ?? accepted ?? rows })}`,
    ),
  );
}

function tallyLine(part, choices) {
  const { known, open, unused } = tally(part, choices);
  return h(
    'p',
    { class: 'import-tally tiny' },
    [['known', known], ['open', open], ['unused', unused]].filter(([, n]) => n > 0).map(([name, n], index) => [
      index > 0 && ' · ',
      h('span', { key: name, class: name }, t(`bring.tally.${name}`, { n })),
    ]),
  );
}
