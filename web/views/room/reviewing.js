/** 目标回顾: goals against actuals, what was missed first; a press begins a card on that number. */
import { h } from '../../ui/dom.js';
import { roleBadge } from '../../ui/marks.js';
import { t } from '../../ui/words.js';
import { METRICS } from '../../core/metrics.js';
import { formula, gapMark } from './cards.js';
import { begin } from './composer.js';
import { better, goalRows, tally } from './goals.js';
import { snapshotName } from './linking.js';
import { lastShow } from './past.js';
import { may } from './phases.js';
import { showPicker, without } from './shows.js';
import { gap } from '../../ui/format.js';

export function goalsPage(now) {
  const { show, f } = now;
  const goals = show?.records.all('goal') ?? [];
  const last = lastShow(now);
  const rows = goalRows(goals, show?.snapshot?.values, last?.values);
  const counts = tally(rows);
  return h('div', { class: 'data-page goals' },
    showPicker(now),
    h('div', { class: 'data-head' },
      h('p', { class: 'verdict' }, ['red', 'amber', 'green'].map(level => counts[level] > 0 &&
        h('span', { key: level, class: `gap ${level}` }, t(`room.level.${level}`, { n: counts[level] }))),
        counts.unknown > 0 && h('span', { class: 'quiet-text' }, t('room.level.unknown', { n: counts.unknown }))),
      show?.snapshot && h('p', { class: 'quiet-text tiny' }, snapshotName(now, show.snapshot))),
    rows.length === 0
      ? without(show, t('room.noGoals'))
      : h('table', { class: 'numbers-table' },
        h('thead', null, h('tr', null,
          h('th', { scope: 'col' }, t('room.column.metric')), h('th', { scope: 'col', class: 'num' }, t('room.column.goal')),
          h('th', { scope: 'col', class: 'num' }, t('room.column.actual')), h('th', { scope: 'col', class: 'wide-cell' }, t('room.column.attained')),
          h('th', { scope: 'col' }, t('room.column.gap')), h('th', { scope: 'col', class: 'num' }, last ? t('room.lastShow', { date: f.date(last.start) }) : t('room.column.last')),
          h('th', null, h('span', { class: 'unseen' }, t('room.column.act'))))),
        h('tbody', null, rows.map(row => goalRow(now, row)))));
}

function goalRow(now, row) {
  const { f, app, show } = now;
  const { metric, goal, basis, actual, last } = row;
  const level = row.gap?.level ?? 'plain';
  return h('tr', { key: metric, class: `level-${level}` },
    h('th', { scope: 'row', title: formula(metric) }, METRICS[metric] && roleBadge(app, METRICS[metric].owner), h('span', null, t(`metric.${metric}`)),
      basis && h('small', { class: 'quiet-text' }, basis)),
    h('td', { class: 'num', 'data-label': t('room.column.goal'), title: String(goal) }, f.metric(metric, goal)),
    h('td', { class: 'num', 'data-label': t('room.column.actual'), title: actual === null ? null : String(actual) }, actual === null ? h('span', { class: 'quiet-text' }, t('room.noActual')) : h('b', null, f.metric(metric, actual))),
    h('td', { class: 'wide-cell' }, meter(row, level)),
    h('td', null, row.gap ? h('span', { class: `gap ${level}` }, row.gap.text, h('small', null, ' ', difference(f, metric, actual - goal))) : null),
    h('td', { class: 'num', 'data-label': t('room.column.last') }, last === null ? '—' : [f.metric(metric, last), ' ', gapMark(gap(actual, last, better(metric)), true)]),
    h('td', null, may.post(now.room) && actual !== null && h('button', {
      class: 'quiet small', onclick: () => begin(now, {
        metric: { show: show.id, snapshot: show.snapshot.id, metric }, role: METRICS[metric]?.owner, kind: row.gap?.good === false ? 'mistake' : 'experience',
      }),
    }, t('room.writeOne'))));
}

/** The difference itself with sign and unit, beside its share of the base; between rates in percentage points. */
export function difference(f, metric, amount) {
  const sign = amount > 0 ? '+' : amount < 0 ? '−' : '';
  if (METRICS[metric]?.unit === 'ratio') return sign + t('room.points', { n: f.number(Math.abs(amount) * 100, { digits: 2 }) });
  return sign + f.metric(metric, Math.abs(amount));
}

/** Actual over goal as a bar with the goal at four fifths of it; decoration beside the numbers. */
function meter({ attainment }, level) {
  if (attainment === null) return null;
  return h('div', { class: `meter ${level}`, 'aria-hidden': 'true', style: { '--part': `${Math.min(100, Math.max(0, attainment) * 80)}%` } }, h('i'));
}
