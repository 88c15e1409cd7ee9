/** 横向对比: the same numbers against the last show and the median of those before; never against an industry. */
import { METRICS } from '../../core/metrics.js';
import { h } from '../../ui/dom.js';
import { ofShow, sourced } from '../../ui/figure.js';
import { better, gap } from '../../ui/format.js';
import { t } from '../../ui/words.js';
import { gapMark } from './issuecard.js';
import { comparison } from './comparisonrows.js';
import { isPastHere, pastShows } from './past.js';
import { showPicker, without } from './shows.js';
import { beginCell, metricHead, number, numbersTable } from './table.js';

const ORDER = Object.keys(METRICS);

export function comparisonPage(now) {
  const { show, f } = now;
  const values = show?.latest?.values;
  if (!values) return h('div', { class: 'data-page' }, showPicker(now), without(show, t('room.noSnapshot')));
  const past = isPastHere(now) ? pastShows(now) : null;
  if (past === null) return coming(now, values);
  const [last] = past;
  const n = past.filter(({ values }) => Object.keys(values).length > 0).length;
  const columns = [
    { text: t('room.column.metric') },
    { text: t('room.column.now'), num: true },
    { text: last ? t('room.lastShow', { date: f.date(last.start) }) : t('room.column.last'), num: true },
    { text: t('room.column.change') },
    { text: n ? t('room.column.median', { n }) : t('room.medianShort'), num: true },
    { text: t('room.column.change') },
    { text: t('room.column.trend'), wide: true },
  ];
  return h(
    'div',
    { class: 'data-page comparison' },
    showPicker(now),
    h(
      'div',
      { class: 'data-head' },
      h(
        'p',
        { class: 'quiet-text' },
        last ? t('room.comparedWith', { title: last.title, date: f.date(last.start), n }) : t('room.noPast'),
      ),
    ),
    numbersTable(
      columns,
      comparison(values, past.map((one) => one.values), ORDER).map((row) => comparisonRow(now, row, past, n)),
    ),
  );
}

/** This show's own numbers, while those of the shows before are on their way: a median of some of them would be wrong. */
function coming(now, values) {
  const columns = [{ text: t('room.column.metric') }, { text: t('room.column.now'), num: true }];
  return h(
    'div',
    { class: 'data-page comparison' },
    showPicker(now),
    h(
      'div',
      { class: 'data-head' },
      now.ui.figures.failed
        ? h(
          'p',
          { class: 'quiet-text', role: 'alert' },
          t('app.unreachable'),
          ' ',
          h('button', { class: 'small', onclick: () => now.ui.figures.ask() }, t('status.again')),
        )
        : h('p', { class: 'quiet-text', role: 'status' }, t('loading')),
    ),
    numbersTable(
      columns,
      comparison(values, [], ORDER).map(({ metric, now: value }) =>
        h(
          'tr',
          { key: metric },
          metricHead(now, metric),
          number(t('room.column.now'), value, h('b', null, own(now, metric, value))),
          beginCell(now, metric),
        )
      ),
    ),
  );
}

const own = ({ app, f, show }, metric, value) =>
  sourced(app, { metric, value, of: () => ofShow(show.records) }, f.metric(metric, value));

function comparisonRow(now, { metric, now: value, last, median, count, past }, shows, n) {
  const { app, f } = now;
  const aside = (amount, from) =>
    amount === null
      ? f.metric(metric, amount)
      : sourced(app, { metric, value: amount, isAside: true, ...from }, f.metric(metric, amount));
  const among = shows.filter(({ values }) => values[metric] !== undefined)
    .map(({ title, start, values }) => ({ title, start, value: values[metric] }));
  const change = (base) => h('td', null, gapMark(gap(value, base, better(metric)), true));
  return h(
    'tr',
    { key: metric },
    metricHead(now, metric),
    number(t('room.column.now'), value, h('b', null, own(now, metric, value))),
    number(t('room.column.last'), last, aside(last, { of: () => shows[0].figures })),
    change(last),
    number(
      t('room.medianShort'),
      median,
      aside(median, { among }),
      median !== null && count < n && h('small', { class: 'quiet-text' }, ' ', t('room.medianOf', { n: count })),
    ),
    change(median),
    h('td', { class: 'wide-cell' }, trend([...past, value])),
    beginCell(now, metric),
  );
}

/** The shows side by side, oldest first, this one marked; decoration beside the numbers. */
function trend(values) {
  const most = Math.max(...values.filter((value) => value !== null), 0);
  if (most <= 0 || values.length < 2) return null;
  return h(
    'span',
    { class: 'trend', 'aria-hidden': 'true' },
    values.map((value, n) =>
      h('i', {
        key: n,
        class: n === values.length - 1 ? 'this' : value === null ? 'none' : null,
        style: { '--height': `${Math.max(0, ((value ?? 0) / most) * 100)}%` },
      })
    ),
  );
}
