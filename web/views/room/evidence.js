/** The evidence beside the opinions: a small curve and the key numbers. A panel on a laptop, a drawer on a phone. */
import { spark } from '../../charts/spark.js';
import { h, memo } from '../../ui/dom.js';
import { gap } from '../../ui/format.js';
import { icon } from '../../ui/icon.js';
import { t } from '../../ui/words.js';
import { minuteIndex } from './analysis.js';
import { gapMark } from './cards.js';
import { begin } from './composer.js';
import { bucketWidth, questionDensity } from './density.js';
import { better } from './goals.js';
import { toggleEvidence } from './header.js';
import { mainColumn, seriesData } from './seriesdata.js';
import { showPicker, without } from './shows.js';
import { formula } from './table.js';

const KEY_NUMBERS = [
  'gmv', 'watch_uv', 'avg_online', 'avg_watch_sec', 'clk_pay_rate', 'uv_value', 'new_follow', 'wecom_new',
];
const DATA_PAGES = new Set(['goals', 'show', 'comparison']);
const wide = globalThis.matchMedia?.('(min-width: 1000px)');

export function evidence(now) {
  const { ui, show, page } = now;
  if (DATA_PAGES.has(page) && !ui.evidence) return null;
  return h('aside', {
    key: 'evidence', class: `room-evidence ${ui.evidence ? 'open' : ''}`, tabindex: '0', 'aria-label': t('room.evidence'),
  },
    h('header', null, h('h2', null, t('room.evidence')),
      h('button', {
        class: 'quiet icon-only narrow-only', 'aria-label': t('close'), onclick: () => toggleEvidence(now),
      }, icon('close'))),
    showPicker(now),
    show && (show.ready ? [curve(now), keyNumbers(now)] : without(show)));
}

/** Fetched only when it is to be seen: not for a drawer that is shut. */
function curve(now) {
  const { show, ui } = now;
  if (!show.series) return h('p', { class: 'quiet-text tiny' }, t('room.noSeries'));
  if (!wide.matches && !ui.evidence) return null;
  const { data, failed, retry } = seriesData(now, show);
  if (failed) return h('button', { class: 'small', onclick: retry }, t('status.again'));
  if (!data) return h('p', { class: 'spark-wait quiet-text' }, t('loading'));
  const asks = show.records.count('question') > 0;
  return h('figure', null,
    caption(now, data),
    memo('spark', [data, show.records.at?.seq, ui.hover ?? ui.minute, now.f.language], () => drawn(now, data)),
    asks && h('p', { class: 'tiny quiet-text bars-name' }, t('room.density')));
}

function caption({ ui, f }, data) {
  const main = mainColumn(data);
  const at = ui.hover ?? ui.minute;
  const n = minuteIndex(data, at);
  return h('figcaption', null, h('span', null, data.columns[main].label), n < 0
    ? h('span', { class: 'quiet-text' }, t('room.pressMinute'))
    : h('b', null, f.offset(at), ' · ', f.number(data.values[main][n])));
}

function drawn(now, data) {
  const { show, ui, app } = now;
  const barWidth = bucketWidth(show.lasts, 50);
  const questions = show.records.all('question');
  const range = { from: data.offsets[0], to: data.offsets.at(-1) + 60, width: barWidth };
  return spark({
    offsets: data.offsets,
    values: data.values[mainColumn(data)],
    dots: [...extremes(show.series.peaks, -1, 'peak'), ...extremes(show.series.troughs, 1, 'trough')],
    bars: questions.length ? questionDensity(questions, range) : [],
    barWidth,
    minute: ui.hover ?? ui.minute ?? null,
    label: t('room.sparkLabel'),
    pick: offset => begin(now, { minute: offset }),
    hover: offset => {
      if (ui.hover === offset) return;
      ui.hover = offset;
      app.draw();
    },
  });
}

/** The two highest peaks, the two lowest troughs. */
const extremes = (points, way, name) =>
  [...points].sort((a, b) => way * (a.value - b.value)).slice(0, 2).map(point => ({ ...point, name }));

function keyNumbers({ show, f }) {
  const values = show.snapshot?.values;
  if (!values) return h('p', { class: 'quiet-text tiny' }, t('room.noSnapshot'));
  const shown = KEY_NUMBERS.filter(metric => metric in values);
  return h('dl', { class: 'key-numbers' }, shown.map(metric => {
    const goal = show.records.get('goal', metric)?.value;
    return h('div', { key: metric, title: formula(metric) },
      h('dt', null, t(`metric.${metric}`)),
      h('dd', null, h('b', null, f.metric(metric, values[metric])),
        goal !== undefined && h('span', { class: 'against' },
          t('room.goalIs', { value: f.metric(metric, goal) }), ' ', gapMark(gap(values[metric], goal, better(metric))))));
  }));
}
