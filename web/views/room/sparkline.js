/** The small curve beside the opinions: extremes, what was asked when, and the minute that is pointed at. */
import { spark } from '../../charts/spark.js';
import { h, memo } from '../../ui/dom.js';
import { t } from '../../ui/words.js';
import { begin } from './composer.js';
import { bucketWidth, questionDensity } from './density.js';
import { columnName, mainColumn, minuteIndex } from './series.js';

export function sparkline(now) {
  const { show, ui } = now;
  const { data, failed, retry } = ui.series.of(show);
  if (failed) {
    return h(
      'p',
      { class: 'spark-wait quiet-text' },
      t('room.seriesFailed'),
      ' ',
      h('button', { class: 'small', onclick: retry }, t('status.again')),
    );
  }
  if (!data) return h('p', { class: 'spark-wait quiet-text' }, t('loading'));
  const asks = show.records.count('question') > 0;
  return h(
    'figure',
    null,
    caption(now, data),
    memo('spark', drawn, now, data),
    asks && h('p', { class: 'tiny quiet-text bars-name' }, t('room.density')),
  );
}

function caption({ ui, f }, data) {
  const main = mainColumn(data);
  const at = ui.pointing.offset;
  const n = minuteIndex(data, at);
  return h(
    'figcaption',
    null,
    h('span', null, columnName(data.columns[main])),
    n < 0
      ? h('span', { class: 'quiet-text' }, t('room.pressMinute'))
      : h('b', null, f.offset(at), ' · ', f.number(data.values[main][n])),
  );
}

function drawn(now, data) {
  const { show, ui } = now;
  const barWidth = bucketWidth(show.lasts, 50);
  const questions = show.records.all('question');
  const range = { from: data.offsets[0], to: data.offsets.at(-1) + 60, width: barWidth };
  return spark({
    offsets: data.offsets,
    values: data.values[mainColumn(data)],
    dots: [...extremes(show.series.peaks, -1, 'peak'), ...extremes(show.series.troughs, 1, 'trough')],
    bars: questions.length ? questionDensity(questions, range) : [],
    barWidth,
    minute: ui.pointing.offset,
    label: t('room.sparkLabel'),
    pick: (offset) => begin(now, { minute: offset }),
    hover: (offset) => ui.pointing.hover(offset),
  });
}

/** The two highest peaks, the two lowest troughs. */
const extremes = (points, way, name) =>
  [...points].sort((a, b) => way * (a.value - b.value)).slice(0, 2).map((point) => ({ ...point, name }));
