/** 单场分析: the minute curve with what happened beneath it; peaks and troughs as minutes that begin a card. */
import { Curve } from '../../charts/curve.js';
import { h } from '../../ui/dom.js';
import { t } from '../../ui/words.js';
import { beneath, talkedAt } from './beneath.js';
import { begin } from './composer.js';
import { columnName, mainColumn, minuteIndex } from './series.js';
import { showPicker, without } from './shows.js';

export function showPage(now) {
  const { show, ui } = now;
  if (!show?.series) return h('div', { class: 'data-page' }, showPicker(now), without(show, t('room.noSeries')));
  const { data, failed, retry } = ui.series.of(show);
  if (!data) {
    return h(
      'div',
      { class: 'data-page' },
      showPicker(now),
      h('p', { class: 'empty' }, failed ? again(t('room.seriesFailed'), retry) : t('room.chartLoading')),
    );
  }
  const curve = drawCurve(now, data);
  return h(
    'div',
    { class: 'data-page analysis' },
    showPicker(now),
    h('div', { class: 'curve-head' }, readout(now, data), columnPicker(now, data)),
    h(
      'div',
      { class: `curve-box is-${curve.state}`, drawn: () => curve.settle() },
      curve.node,
      curve.state === 'loading' &&
        h('p', { class: 'empty', key: 'loading', role: 'status' }, t('room.chartLoading')),
      curve.state === 'failed' &&
        h('p', { class: 'empty', key: 'failed', role: 'alert' }, again(t('room.chartFailed'), () => curve.retry())),
      beneath(now),
    ),
    turningPoints(now, curve),
  );
}

const again = (words, retry) => [words, ' ', h('button', { class: 'small', onclick: retry }, t('status.again'))];

function drawCurve(now, data) {
  const { ui, app, f, show } = now;
  const main = mainColumn(data);
  const { pointing } = ui;
  const second = data.columns[pointing.column] ? pointing.column : null;
  const base = `${show.id} ${data.id}`;
  const key = `${base} ${second} ${f.language}`;
  const shown = [main, second].filter((column) => column !== null);
  const curve = ui.kept('curve', () => new Curve());
  curve.show({
    base,
    key,
    rows: () => data.offsets.map((offset, n) => [offset, ...shown.map((column) => data.values[column][n])]),
    labels: shown.map((column) => columnName(data.columns[column])),
    dots: [
      ...show.series.peaks.map((at) => dot('peak', at, f)),
      ...show.series.troughs.map((at) => dot('trough', at, f)),
    ],
    minute: pointing.minute,
    axisText: (offset) => f.offset(offset).replace(/:\d\d$/, ''),
    valueText: (_, value) => f.number(value),
    pick: (offset) => begin(now, { minute: offset }),
    hover: (offset) => pointing.hover(offset),
    moved: (span) => pointing.move(span),
    changed: () => app.draw(),
  });
  return curve;
}

const dot = (name, { offset, value }, f) => ({
  name,
  offset,
  text: `${t(`room.${name}`)} ${f.offset(offset)} · ${f.metric('online', value)}`,
});

/** What the pointer is at, in words and numbers; without a pointer, the whole show. */
function readout({ ui, f, show }, data) {
  const main = mainColumn(data);
  const n = minuteIndex(data, ui.pointing.offset);
  if (n < 0) {
    const values = data.values[main].filter((value) => value !== null);
    const range = { most: f.number(Math.max(...values)), least: f.number(Math.min(...values)) };
    return h('p', { class: 'readout' }, h('b', null, columnName(data.columns[main])), t('room.curveRange', range));
  }
  const at = data.offsets[n];
  const columns = [main, ui.pointing.column].filter((column) => data.columns[column]);
  return h(
    'p',
    { class: 'readout' },
    h('b', null, f.offset(at)),
    show.start && h('span', { class: 'quiet-text' }, f.time(show.start + at * 1000)),
    columns.map((column) =>
      h('span', { key: column }, columnName(data.columns[column]), ' ', h('b', null, f.number(data.values[column][n])))
    ),
    h('span', { class: 'quiet-text' }, talkedAt(show, at)?.text),
  );
}

function columnPicker({ ui: { pointing } }, data) {
  const main = mainColumn(data);
  const choose = ({ currentTarget: { value } }) => pointing.compareWith(value === '' ? null : Number(value));
  return h(
    'label',
    { class: 'second-column' },
    h('span', null, t('room.compareWith')),
    h(
      'select',
      { value: pointing.column === null ? '' : String(pointing.column), onchange: choose },
      h('option', { value: '' }, t('none')),
      data.columns.map((column, n) => n !== main && h('option', { key: n, value: String(n) }, columnName(column))),
    ),
  );
}

function turningPoints(now, curve) {
  const { show, ui, app } = now;
  const whole = () => {
    ui.pointing.pointAt(null);
    curve.zoom(null);
    app.draw();
  };
  return h(
    'div',
    { class: 'turning' },
    turns(now, curve, 'peak', show.series.peaks),
    turns(now, curve, 'trough', show.series.troughs),
    h(
      'p',
      { class: 'quiet-text tiny' },
      t('room.turnsHint'),
      ' ',
      h('button', { class: 'quiet small', onclick: whole }, t('room.wholeShow')),
    ),
  );
}

function turns(now, curve, name, points) {
  return h(
    'section',
    { class: `turns ${name}s` },
    h('h2', null, t(`room.${name}s`)),
    h('ul', null, points.map((point) => h('li', { key: point.offset }, turn(now, curve, name, point)))),
  );
}

function turn(now, curve, name, { offset, value }) {
  const { show, f, ui } = now;
  const go = () => {
    ui.pointing.pointAt(offset);
    curve.zoom(offset);
    begin(now, { minute: offset, kind: name === 'peak' ? 'experience' : 'mistake' });
  };
  return h(
    'button',
    { class: 'quiet', onclick: go, onpointerenter: () => ui.pointing.pointAt(offset) },
    h('span', { class: 'shape', 'aria-hidden': 'true' }, name === 'peak' ? '▲' : '▼'),
    h('b', null, f.offset(offset)),
    h('span', null, f.metric('online', value)),
    h('span', { class: 'quiet-text' }, talkedAt(show, offset)?.text),
  );
}
