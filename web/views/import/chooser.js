/** What a column is taken for, and the list from which another meaning is chosen, found by typing. */
import { METRICS } from '../../core/metrics.js';
import { h } from '../../ui/dom.js';
import { icon } from '../../ui/icon.js';
import { EnterGuard } from '../../ui/ime.js';
import { roleBadge } from '../../ui/marks.js';
import { t } from '../../ui/words.js';
import { isUsed, placeOf, twin, wantsEye } from './asking.js';
import { optionsOf } from './catalogue.js';
import { sameMeaning } from './choices.js';
import { meaningName } from './saying.js';

const guard = new EnterGuard();

export function chooser(view, part, column) {
  const { app, bringing, draw } = view;
  const cell = `${part.kind} ${placeOf(column)}`;
  const isOpen = bringing.open?.cell === cell;
  const turn = (open) => ((bringing.open = open ? { cell, find: '', at: 0 } : null), draw());
  const { metric } = column.meaning;
  return h(
    'div',
    {
      class: isOpen ? 'chooser open' : 'chooser',
      key: 'chooser',
      onfocusout: ({ relatedTarget, currentTarget }) =>
        isOpen && relatedTarget && !currentTarget.contains(relatedTarget) && turn(false),
    },
    h(
      'button',
      {
        class: 'bare',
        type: 'button',
        'aria-haspopup': 'listbox',
        'aria-expanded': String(isOpen),
        'aria-label': `${t('bring.chooseFor', { header: column.header })}：${shown(column)}`,
        onclick: () => turn(!isOpen),
      },
      METRICS[metric] && roleBadge(app, METRICS[metric].owner),
      h('span', { class: 'grow' }, shown(column)),
      icon('down'),
    ),
    isOpen && h('div', { class: 'backdrop', key: 'backdrop', onclick: () => turn(false) }),
    isOpen && list(view, part, column, turn),
  );
}

const shown = (column) => (!isUsed(column) && wantsEye(column) ? t('bring.choose') : meaningName(column.meaning));

/** Every choice that can be made, in the order of the list. */
function optionsFor({ bringing }, part, column) {
  const found = optionsOf(part.kind, bringing.open.find, meaningName);
  const hand = bringing.choices.of(part.kind, column.key);
  return [
    ...found,
    { meaning: { ignored: 'chosen' }, name: t('bring.dontUse'), key: 'unused' },
    ...(hand ? [{ meaning: null, name: t('bring.asFile'), key: 'file' }] : []),
  ];
}

function list(view, part, column, turn) {
  const { bringing, draw } = view;
  const options = optionsFor(view, part, column);
  const { open } = bringing;
  const at = Math.min(open.at, options.length - 1);
  const choose = ({ meaning }) => {
    bringing.open = null;
    refocus();
    bringing.change(
      (choices) => meaning ? choices.choose(part.kind, column.key, { meaning }) : choices.forget(part.kind, column.key),
      { asks: true },
    );
  };
  const keys = {
    ArrowDown: () => ((open.at = (at + 1) % options.length), draw()),
    ArrowUp: () => ((open.at = (at + options.length - 1) % options.length), draw()),
    Enter: () => choose(options[at]),
    Escape: () => (turn(false), refocus()),
  };
  return h(
    'div',
    { class: 'choices-list', key: 'list' },
    h('input', {
      type: 'search',
      role: 'combobox',
      'aria-expanded': 'true',
      'aria-controls': 'import-choices',
      'aria-activedescendant': `import-choice-${at}`,
      'aria-label': t('bring.chooseFor', { header: column.header }),
      placeholder: t('bring.find'),
      value: open.find,
      autocomplete: 'off',
      created: (node) => node.focus(),
      oncompositionend: ({ timeStamp }) => guard.compositionEnded(timeStamp),
      oninput: ({ currentTarget }) => (Object.assign(open, { find: currentTarget.value, at: 0 }), draw()),
      onkeydown: (event) => {
        if (event.key in keys && (event.key.startsWith('Arrow') ? !event.isComposing : guard.meaning(event))) {
          event.preventDefault();
          event.stopPropagation();
          keys[event.key]();
        }
      },
    }),
    h(
      'ul',
      { id: 'import-choices', role: 'listbox', 'aria-label': t('bring.meaning') },
      !options[0].also && open.find.trim() !== '' &&
        h(
          'li',
          { key: 'none', class: 'quiet-text none', role: 'presentation' },
          t('bring.noOption', { find: open.find.trim() }),
        ),
      options.map((option, n) => optionRow(view, part, column, { option, n, at, choose })),
    ),
  );
}

function optionRow({ app }, part, column, { option, n, at, choose }) {
  const { meaning, name, key } = option;
  const metric = METRICS[meaning?.metric];
  const other = meaning && twin(part, column, meaning);
  return h(
    'li',
    {
      key: key ?? JSON.stringify(meaning),
      id: `import-choice-${n}`,
      role: 'option',
      class: [n === at && 'at', key && 'apart'].filter(Boolean).join(' ') || null,
      'aria-selected': String(Boolean(meaning) && !meaning.ignored && sameMeaning(meaning, column.meaning)),
      drawn: n === at ? (node) => node.scrollIntoView?.({ block: 'nearest' }) : undefined,
      onmousedown: (event) => event.preventDefault(),
      onclick: () => choose(option),
    },
    metric ? roleBadge(app, metric.owner) : h('span', { class: 'badge none' }),
    h(
      'span',
      { class: 'grow' },
      name,
      other && h('small', { class: 'quiet-text' }, ` ${t('bring.twin', { header: other.header })}`),
    ),
    metric && h('small', { class: 'quiet-text' }, t(`unit.${metric.unit}`)),
  );
}

/** The focus goes back to the cell whose list was open. */
function refocus() {
  const button = document.querySelector('.importing .chooser.open > button');
  button?.focus();
}
