/** The evidence beside the opinions: the curve in small and the key numbers. A panel on a laptop, a drawer on a phone. */
import { spark } from '../../charts/spark.js';
import { h, memo } from '../../ui/dom.js';
import { icon } from '../../ui/icon.js';
import { t } from '../../ui/words.js';
import { gap } from '../../ui/format.js';
import { formula, gapMark } from './cards.js';
import { begin } from './composer.js';
import { bucketWidth, questionDensity } from './density.js';
import { better } from './goals.js';
import { mainColumn, seriesData } from './seriesdata.js';
import { toggleEvidence } from './header.js';
import { showPicker, without } from './shows.js';

const KEY_NUMBERS = ['gmv', 'watch_uv', 'avg_online', 'avg_watch_sec', 'clk_pay_rate', 'uv_value', 'new_follow', 'wecom_new'];

export function evidence(now) {
  const { ui, show, page } = now;
  const beside = page === 'board' || page === 'solve' || page === 'summary' || page === 'prepare';
  if (!beside && !ui.evidence) return null;
  return h('aside', { class: `room-evidence ${ui.evidence ? 'open' : ''}`, key: 'evidence', tabindex: '0', 'aria-label': t('room.evidence') },
    h('header', null, h('h2', null, t('room.evidence')),
      h('button', { class: 'quiet icon-only narrow-only', 'aria-label': t('close'), onclick: () => toggleEvidence(now) }, icon('close'))),
    showPicker(now),
    show && (show.ready ? [curve(now), keyNumbers(now)] : without(show)));
}

const wide = matchMedia('(min-width: 1000px)');

function curve(now) {
  const { show, ui, app, f } = now;
  if (!show.series) return h('p', { class: 'quiet-text tiny' }, t('room.noSeries'));
  if (!wide.matches && !ui.evidence) return null;
  const { data, failed, retry } = seriesData(now, show);
  if (!data) return failed ? h('button', { class: 'small', onclick: retry }, t('status.again')) : h('p', { class: 'spark-wait quiet-text' }, t('loading'));
  const main = mainColumn(data);
  const questions = show.records.all('question');
  const width = bucketWidth(show.lasts, 50);
  const at = ui.hover ?? ui.minute;
  const n = at === null || at === undefined ? -1 : data.offsets.findIndex(offset => offset + 60 > at);
  return h('figure', null,
    h('figcaption', null, h('span', null, data.columns[main].label),
      n < 0 ? h('span', { class: 'quiet-text' }, t('room.pressMinute')) : h('b', null, f.offset(at), ' · ', f.number(data.values[main][n]))),
    memo('spark', [data, show.records.at?.seq, at, f.language], () => spark({
      offsets: data.offsets, values: data.values[main], minute: at ?? null, barWidth: width, label: t('room.sparkLabel'),
      dots: [...extremes(show.series.peaks, -1, 'peak'), ...extremes(show.series.troughs, 1, 'trough')],
      bars: questions.length ? questionDensity(questions, { from: data.offsets[0], to: data.offsets.at(-1) + 60, width }) : [],
      pick: offset => begin(now, { minute: offset }),
      hover: offset => {
        if (ui.hover === offset) return;
        ui.hover = offset;
        app.draw();
      },
    })),
    questions.length > 0 && h('p', { class: 'tiny quiet-text bars-name' }, t('room.density')));
}

/** The two highest peaks, the two lowest troughs. */
const extremes = (points, way, name) =>
  [...points].sort((a, b) => way * (a.value - b.value)).slice(0, 2).map(point => ({ ...point, name }));

function keyNumbers({ show, f }) {
  const values = show.snapshot?.values;
  if (!values) return h('p', { class: 'quiet-text tiny' }, t('room.noSnapshot'));
  const goals = new Map(show.records.all('goal').map(goal => [goal.metric, goal.value]));
  const chosen = KEY_NUMBERS.filter(metric => metric in values);
  return h('dl', { class: 'key-numbers' }, chosen.map(metric => h('div', { key: metric, title: formula(metric) },
    h('dt', null, t(`metric.${metric}`)), h('dd', null, h('b', null, f.metric(metric, values[metric])),
      goals.has(metric) && h('span', { class: 'against' }, t('room.goalIs', { value: f.metric(metric, goals.get(metric)) }), ' ',
        gapMark(gap(values[metric], goals.get(metric), better(metric))))))));
}
