/** The tables of numbers: a metric a row, with the role that answers for it, and a press that begins a card on it. */
import { METRICS } from '../../core/metrics.js';
import { h } from '../../ui/dom.js';
import { roleBadge } from '../../ui/marks.js';
import { t } from '../../ui/words.js';
import { begin } from './composer.js';
import { formula } from './formula.js';
import { may } from './phases.js';

/** `columns`: `[{text, num?, wide?}]`; behind them stands the column of acts. */
export function numbersTable(columns, rows) {
  return h(
    'table',
    { class: 'numbers-table' },
    h(
      'thead',
      null,
      h(
        'tr',
        null,
        columns.map(({ text, num, wide }, n) =>
          h('th', { key: n, scope: 'col', class: num ? 'num' : wide ? 'wide-cell' : null }, text)
        ),
        h('th', null, h('span', { class: 'unseen' }, t('room.column.act'))),
      ),
    ),
    h('tbody', null, rows),
  );
}

export function metricHead({ app }, metric, basis) {
  return h(
    'th',
    { scope: 'row', title: formula(metric) },
    METRICS[metric] && roleBadge(app, METRICS[metric].owner),
    h('span', null, t(`metric.${metric}`)),
    basis && h('small', { class: 'quiet-text' }, basis),
  );
}

/** A number cell; `label` names it where a phone shows no head, `exact` is told on hover. */
export const number = (label, exact, ...content) =>
  h('td', { class: 'num', 'data-label': label, title: exact === null ? null : String(exact) }, content);

/** The cell with which a card begins on this number. */
export function beginCell(now, metric, kind) {
  const { room, show, me } = now;
  const write = () =>
    begin(now, {
      metric: { show: show.id, metric },
      role: METRICS[metric]?.owner,
      kind,
    });
  return h(
    'td',
    null,
    may.post(room, me) && show.latest?.values[metric] !== undefined &&
      h('button', { class: 'quiet small', onclick: write }, t('room.writeOne')),
  );
}
