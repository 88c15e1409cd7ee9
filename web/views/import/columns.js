/** Each column of a part: what it was taken for, in which unit and style, its first cells as they are and as they were read. */
import { h } from '../../ui/dom.js';
import { t } from '../../ui/words.js';
import { isUnsure, isUsed, ordered, placeOf, wantsEye } from './asking.js';
import { changed } from './choices.js';
import { chooser } from './chooser.js';
import { rememberedLine } from './remembered.js';
import { exactOf, valueOf } from './saying.js';
import { unitCell } from './unitcell.js';

const NAMES = ['column', 'meaning', 'unit', 'raw', 'value'];
/** Of a show's own numbers what is there now stands beside them. */
const namesOf = ({ kind }) => (kind === 'summary' ? [...NAMES, 'now'] : NAMES);

export function columnTable(view, part) {
  return [
    rememberedLine(view, part),
    h(
      'table',
      {
        class: 'import-columns',
        role: 'table',
        key: `columns ${part.kind}`,
        'aria-label': t(`bring.part.${part.kind}`),
      },
      h(
        'thead',
        { role: 'rowgroup' },
        h(
          'tr',
          { role: 'row' },
          namesOf(part).map((name) =>
            h('th', { key: name, class: name, role: 'columnheader', scope: 'col' }, t(`bring.${name}`))
          ),
        ),
      ),
      h('tbody', { role: 'rowgroup' }, ordered(part, view.bringing.seen).map((column) => row(view, part, column))),
    ),
  ];
}

/** Whether somebody is to look at it: nobody can say for sure what it is, and nobody has said. */
const wants = ({ bringing }, part, column) =>
  !bringing.choices.of(part.kind, column.key) && (isUnsure(column) || wantsEye(column));

function row(view, part, column) {
  const { header, sheet, definition } = column;
  const isOpen = wants(view, part, column);
  const tone = isOpen && isUnsure(column) ? 'unsure' : isOpen ? 'unknown' : isUsed(column) ? '' : 'unused';
  return h(
    'tr',
    { key: placeOf(column), role: 'row', class: tone || null },
    h(
      'th',
      { role: 'rowheader', scope: 'row', class: 'column' },
      header,
      sheet && part.sheets?.length > 1 && h('small', { class: 'quiet-text definition' }, sheet),
      definition && h('small', { class: 'quiet-text definition' }, definition),
    ),
    h('td', { role: 'cell', class: 'meaning' }, chooser(view, part, column), mark(view, part, column, isOpen)),
    h('td', { role: 'cell', class: 'unit' }, isUsed(column) && unitCell(view, part, column)),
    h('td', { role: 'cell', class: 'raw' }, raws(column)),
    h('td', { role: 'cell', class: 'value' }, isUsed(column) && values(view, part, column)),
    part.kind === 'summary' &&
      h(
        'td',
        { role: 'cell', class: 'now', 'data-name': t('bring.now') },
        isUsed(column) && now(view.app.f, part, column),
      ),
  );
}

/** Who says what it is, where that does not go without saying. */
function mark({ bringing }, part, column, isOpen) {
  if (bringing.choices.of(part.kind, column.key)) return h('small', { class: 'label accent' }, t('bring.chosen'));
  if (column.remembered) return h('small', { class: 'label' }, t('bring.remembered'));
  if (!isOpen || !isUnsure(column) || isWrong(part, column)) return null;
  return h('button', {
    class: 'small',
    type: 'button',
    title: t('bring.unsureWhy'),
    onclick: () =>
      bringing.change((choices) => choices.choose(part.kind, column.key, changed(column, {})), { asks: true }),
  }, t('bring.right'));
}

/** There is nothing right about what was not read, or stands in another column too. */
const isWrong = ({ problems }, { header, meaning, samples }) =>
  meaning.ignored === 'duplicate' ||
  samples.some(({ raw, read }) => !read && problems.first.some((one) => one.header === header && one.raw === raw));

/** A cell with nothing in it takes its line all the same, so that what was read stands beside its own cell. */
const raws = ({ samples }) => samples.map(({ raw }, n) => h('span', { key: n, class: 'sample' }, raw || '\u00a0'));

/** A cell without a value is either one that could not be read, which is told besides, or one that is not asked for. */
function values({ app }, { problems }, { header, meaning, style, samples }) {
  const isUnread = ({ raw }) => problems.first.some((one) => one.header === header && one.raw === raw);
  return samples.map((sample, n) => {
    const { read } = sample;
    const value = valueOf(app.f, { ...meaning, style }, read);
    const exact = exactOf(app.f, meaning, read);
    return h(
      'span',
      { key: n, class: value === null && isUnread(sample) ? 'sample not-read' : 'sample' },
      value ?? (isUnread(sample) ? t('bring.notRead') : '—'),
      exact && h('small', { class: 'quiet-text' }, ` ${exact}`),
    );
  });
}

/** What the show has of it, beside what the row that is read would make of it. */
function now(f, { doubts = [] }, { meaning, now, samples }) {
  if (!meaning.metric) return null;
  if (now === undefined || now === null) return h('span', { class: 'quiet-text' }, '—');
  const [first] = samples;
  if (!first?.read) {
    return h('span', { class: 'quiet-text' }, t('bring.kept', { value: f.metric(meaning.metric, now) }));
  }
  if (doubts.length === 0 && first.read.number === now) return h('span', { class: 'quiet-text' }, t('bring.same'));
  return h('span', { class: 'differs' }, f.metric(meaning.metric, now));
}
