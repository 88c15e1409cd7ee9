/** What became of it: what is new, merged, known and skipped, with the way to take it back. */
import { h } from '../../ui/dom.js';
import { ghostWays } from '../../ui/ghost.js';
import { icon } from '../../ui/icon.js';
import { itemState } from '../../ui/status.js';
import { t } from '../../ui/words.js';
import { effectList } from './after.js';
import { amount } from './asking.js';
import { leftWhy } from './saying.js';

const TOLD = ['new', 'merged', 'known', 'skipped'];

export function result(view) {
  const { bringing, close } = view;
  const { result: became, taking, preview, kinds } = bringing;
  const stored = preview.parts.filter(({ kind }) => kinds.includes(kind));
  // What is new of columns is told metric by metric.
  const told = amount(preview, kinds, bringing.choices).of === 'columns' ? TOLD.slice(1) : TOLD;
  return h(
    'main',
    { key: 'stored', class: 'import-message import-result' },
    h(
      'section',
      { id: 'import-result', role: 'status', 'aria-live': 'polite' },
      h('h3', null, !taking.isWithdrawn && icon('tick'), t(taking.isWithdrawn ? 'bring.withdrawn' : 'bring.stored')),
      h(
        'dl',
        null,
        told.filter((name) => became[name] > 0).map((name) =>
          h('div', { key: name }, h('dt', null, t(`bring.told.${name}`)), h('dd', null, became[name]))
        ),
      ),
    ),
    !taking.isWithdrawn && h('div', { class: 'import-after', key: 'effects' }, effectList(view, stored)),
    became.lines?.length > 0 && h(
      'details',
      { key: 'lines' },
      h('summary', null, t('bring.notStoredLines')),
      h(
        'ul',
        null,
        became.lines.map(({ line, why }, n) => h('li', { key: n }, t('bring.leftLine', { line, why: leftWhy(why) }))),
      ),
    ),
    takingLine(view.app, taking),
    h(
      'p',
      { class: 'row end' },
      taking.may && wayBack(taking),
      h(
        'button',
        {
          class: 'primary',
          type: 'button',
          'aria-describedby': 'import-result',
          created: (node) => node.focus(),
          onclick: close,
        },
        t('bring.done'),
      ),
    ),
  );
}

export const takingLine = (app, { item }) =>
  item && h('p', { class: 'row', key: 'taking' }, itemState(item), ghostWays(app, item));

const wayBack = (taking) =>
  taking.isWithdrawn
    ? h(
      'button',
      { key: 'restore', type: 'button', disabled: taking.busy, onclick: () => taking.restore() },
      t('bring.restore'),
    )
    : h(
      'button',
      { key: 'withdraw', type: 'button', disabled: taking.busy, onclick: () => taking.withdraw() },
      t('bring.withdraw'),
    );
