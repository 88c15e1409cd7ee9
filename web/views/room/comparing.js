/** 横向对比: the same numbers against the last show and the median of the shows before; never against an industry. */
import { h } from '../../ui/dom.js';
import { roleBadge } from '../../ui/marks.js';
import { t } from '../../ui/words.js';
import { METRICS } from '../../core/metrics.js';
import { gap } from '../../ui/format.js';
import { formula, gapMark } from './cards.js';
import { begin } from './composer.js';
import { comparison } from './comparison.js';
import { better } from './goals.js';
import { pastShows } from './past.js';
import { may } from './phases.js';
import { showPicker, without } from './shows.js';

const ORDER = Object.keys(METRICS);

export function comparisonPage(now) {
  const { show, f } = now;
  const past = pastShows(now);
  const values = show?.snapshot?.values;
  if (!values) return h('div', { class: 'data-page' }, showPicker(now), without(show, t('room.noSnapshot')));
  const rows = comparison(values, past.map(one => one.values), ORDER);
  const last = past[0];
  const known = past.filter(one => one.values).length;
  return h('div', { class: 'data-page comparison' },
    showPicker(now),
    h('div', { class: 'data-head' }, h('p', { class: 'quiet-text' }, last
      ? t('room.comparedWith', { title: last.title, date: f.date(last.start), n: known })
      : t('room.noPast'))),
    h('table', { class: 'numbers-table' },
      h('thead', null, h('tr', null, h('th', { scope: 'col' }, t('room.column.metric')), h('th', { scope: 'col', class: 'num' }, t('room.column.now')),
        h('th', { scope: 'col', class: 'num' }, last ? t('room.lastShow', { date: f.date(last.start) }) : t('room.column.last')), h('th', { scope: 'col' }, t('room.column.change')),
        h('th', { scope: 'col', class: 'num' }, t('room.column.median', { n: known })), h('th', { scope: 'col' }, t('room.column.change')),
        h('th', { scope: 'col', class: 'wide-cell' }, t('room.column.trend')), h('th', null, h('span', { class: 'unseen' }, t('room.column.act'))))),
      h('tbody', null, rows.map(row => comparisonRow(now, row)))));
}

function comparisonRow(now, { metric, now: value, last, median, past }) {
  const { f, app, show } = now;
  const way = better(metric);
  return h('tr', { key: metric },
    h('th', { scope: 'row', title: formula(metric) }, METRICS[metric] && roleBadge(app, METRICS[metric].owner), h('span', null, t(`metric.${metric}`))),
    h('td', { class: 'num', 'data-label': t('room.column.now'), title: String(value) }, h('b', null, f.metric(metric, value))),
    h('td', { class: 'num', 'data-label': t('room.column.last') }, f.metric(metric, last)), h('td', null, gapMark(gap(value, last, way), true)),
    h('td', { class: 'num', 'data-label': t('room.medianShort') }, f.metric(metric, median)), h('td', null, gapMark(gap(value, median, way), true)),
    h('td', { class: 'wide-cell' }, trend([...past, value])),
    h('td', null, may.post(now.room) && h('button', {
      class: 'quiet small', onclick: () => begin(now, { metric: { show: show.id, snapshot: show.snapshot.id, metric }, role: METRICS[metric]?.owner }),
    }, t('room.writeOne'))));
}

/** The shows side by side, oldest first, this one marked; decoration beside the numbers. */
function trend(values) {
  const most = Math.max(...values.filter(value => value !== null), 0);
  if (most <= 0 || values.length < 2) return null;
  return h('span', { class: 'trend', 'aria-hidden': 'true' }, values.map((value, n) =>
    h('i', { key: n, class: n === values.length - 1 ? 'this' : value === null ? 'none' : null, style: { '--height': `${Math.max(0, ((value ?? 0) / most) * 100)}%` } })));
}
