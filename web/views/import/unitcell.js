/** In which unit a column is counted and how it writes what its cells alone do not say; a choice where there is one. */
import { METRICS } from '../../core/metrics.js';
import { h } from '../../ui/dom.js';
import { select } from '../../ui/field.js';
import { t } from '../../ui/words.js';
import { changed } from './choices.js';
import { STYLES, stylesOf, unitsOf } from './units.js';

export function unitCell(view, part, column) {
  const units = unitsOf(column);
  const said = column.unit ?? ownUnit(column);
  return [
    units.length > 0 ? unitChoice(view, part, column, units) : said !== '' && h('span', { class: 'quiet-text' }, said),
    stylesOf(column).map(([name, value]) => styleChoice(view, part, column, name, value)),
  ];
}

/** That of the metric, for which not every language has a word; of a ratio its style tells more. */
function ownUnit({ meaning }) {
  const unit = METRICS[meaning.metric]?.unit;
  return unit && unit !== 'ratio' ? t(`unit.${unit}`) : '';
}

function change({ bringing }, part, column, what) {
  bringing.change((choices) => choices.choose(part.kind, column.key, changed(column, what)), { asks: true });
}

function unitChoice(view, part, column, units) {
  return select({
    key: 'unit',
    class: 'bare',
    'aria-label': t('bring.unitOf', { header: column.header }),
    value: column.unit ?? '',
    blank: ownUnit(column) || t('bring.asWritten'),
    options: units.map((unit) => ({ value: unit, text: unit })),
    choose: (unit) => change(view, part, column, { unit: unit ?? null }),
  });
}

function styleChoice(view, part, column, name, value) {
  return select({
    key: name,
    class: 'bare',
    'aria-label': t('bring.styleOf', { header: column.header }),
    value,
    ...(value === null && { blank: t('bring.asWritten') }),
    options: STYLES[name].map((style) => ({ value: style, text: t(`bring.style.${name}.${style}`) })),
    choose: (style) => style && change(view, part, column, { style: { [name]: style } }),
  });
}
