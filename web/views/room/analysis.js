/**
 * 单场分析: the minute curve, what happened beneath it in lanes, how much was asked; its peaks and troughs as minutes
 * that begin a card.
 */
import { h } from '../../ui/dom.js';
import { t } from '../../ui/words.js';
import { Curve } from '../../charts/curve.js';
import { begin } from './composer.js';
import { bucketWidth, questionDensity } from './density.js';
import { mainColumn, seriesData } from './seriesdata.js';
import { showPicker, without } from './shows.js';

const LANES = ['product', 'luckyBag', 'flashSale', 'coupon', 'wecom', 'onShelf', 'offShelf', 'violation', 'alert', 'note', 'hostChange'];

export function curvePage(now) {
  const { show, ui } = now;
  if (!show?.series) return h('div', { class: 'data-page' }, showPicker(now), without(show, t('room.noSeries')));
  const held = seriesData(now, show);
  if (!held.data) {
    return h('div', { class: 'data-page' }, showPicker(now), held.failed
      ? h('p', { class: 'empty' }, t('room.seriesFailed'), ' ', h('button', { class: 'small', onclick: held.retry }, t('status.again')))
      : h('p', { class: 'empty' }, t('loading')));
  }
  drawCurve(now, held.data);
  return h('div', { class: 'data-page analysis' },
    showPicker(now),
    h('div', { class: 'curve-head' }, readout(now, held.data), columnPicker(now, held.data)),
    h('div', { class: 'curve-box' }, ui.curve.node, ui.curveFailed && h('p', { class: 'empty' }, t('room.chartFailed')), beneath(now)),
    turningPoints(now));
}

function drawCurve(now, data) {
  const { ui, app, f, show } = now;
  const main = mainColumn(data);
  const second = ui.column === null || !data.columns[ui.column] ? null : ui.column;
  ui.curve ??= new Curve();
  ui.close = () => ui.curve.close();
  const key = `${show.id} ${data.id} ${second} ${f.language}`;
  ui.rows = ui.rowsOf === key ? ui.rows : data.offsets.map((offset, n) => [offset, data.values[main][n], ...(second === null ? [] : [data.values[second][n]])]);
  ui.rowsOf = key;
  ui.curve.show({
    base: `${show.id} ${data.id}`,
    key,
    rows: ui.rows,
    labels: [data.columns[main].label, ...(second === null ? [] : [data.columns[second].label])],
    dots: [...show.series.peaks.map(at => dot('peak', at, f)), ...show.series.troughs.map(at => dot('trough', at, f))],
    minute: ui.minute,
    axisText: offset => f.offset(offset).replace(/:\d\d$/, ''),
    valueText: (_, value) => f.number(value),
    pick: offset => begin(now, { minute: offset }),
    hover: offset => {
      if (ui.hover === offset) return;
      ui.hover = offset;
      app.draw();
    },
    moved: span => {
      if (ui.span && ['from', 'to', 'left', 'width'].every(name => ui.span[name] === span[name])) return;
      ui.span = span;
      app.draw();
    },
    failed: () => {
      ui.curveFailed = true;
      app.draw();
    },
  });
}

const dot = (name, { offset, value }, f) => ({ name, offset, text: `${t(`room.${name}`)} ${f.offset(offset)} · ${f.metric('online', value)}` });

/** What the pointer is at, in words and numbers; without a pointer, the whole show. */
function readout({ ui, f, show }, data) {
  const main = mainColumn(data);
  const at = ui.hover ?? ui.minute;
  const n = at === null || at === undefined ? -1 : data.offsets.findIndex(offset => offset + 60 > at);
  if (n < 0) {
    const values = data.values[main].filter(value => value !== null);
    return h('p', { class: 'readout' }, h('b', null, data.columns[main].label), ' ', t('room.curveRange', { most: f.number(Math.max(...values)), least: f.number(Math.min(...values)) }));
  }
  const talking = talkedAt(show, data.offsets[n]);
  return h('p', { class: 'readout' }, h('b', null, f.offset(data.offsets[n])), show.start && h('span', { class: 'quiet-text' }, f.time(show.start + data.offsets[n] * 1000)),
    data.columns.map((column, c) => (c === main || c === ui.column) && h('span', { key: c }, column.label, ' ', h('b', null, f.number(data.values[c][n])))),
    talking && h('span', { class: 'quiet-text' }, talking.text));
}

const talkedAt = (show, offset) =>
  show.records.all('marker').filter(marker => marker.kind === 'product' && marker.offset <= offset).sort((a, b) => b.offset - a.offset)[0];

function columnPicker({ ui, app }, data) {
  const main = mainColumn(data);
  return h('label', { class: 'second-column' }, h('span', null, t('room.compareWith')),
    h('select', {
      value: ui.column === null ? '' : String(ui.column),
      onchange: event => {
        ui.column = event.currentTarget.value === '' ? null : Number(event.currentTarget.value);
        app.draw();
      },
    }, h('option', { value: '' }, t('none')), data.columns.map((column, n) => n !== main && h('option', { value: String(n), selected: n === ui.column }, column.label))));
}

/** Lanes of what happened and bars of what was asked, on the curve's own scale: they follow its zoom. */
function beneath(now) {
  const { ui, show } = now;
  if (!ui.span) return null;
  const { from, to, left, width } = ui.span;
  const place = offset => `${((offset - from) / (to - from)) * 100}%`;
  const markers = show.records.all('marker');
  const kinds = LANES.filter(kind => markers.some(marker => marker.kind === kind));
  return h('div', { class: 'beneath', style: { '--left': `${left}px`, '--width': `${width}px` } },
    kinds.map(kind => h('div', { key: kind, class: `lane-marks marks-${kind}` },
      h('span', { class: 'marks-name' }, t(`markerKind.${kind}`)),
      h('div', { class: 'marks-line' }, inSight(markers.filter(marker => marker.kind === kind), from, to, kind === 'product').map(({ marker, until }) =>
        mark(now, marker, place(Math.max(from, marker.offset)), until === null ? null : `${((Math.min(to, until) - Math.max(from, marker.offset)) / (to - from)) * 100}%`))))),
    asked(now, from, to, place));
}

/** Markers within the window, a product's lasting until the next. */
function inSight(markers, from, to, lasting) {
  const sorted = markers.sort((a, b) => a.offset - b.offset);
  return sorted
    .map((marker, n) => ({ marker, until: lasting ? (sorted[n + 1]?.offset ?? to) : null }))
    .filter(({ marker, until }) => marker.offset <= to && (until ?? marker.offset) >= from);
}

function mark(now, marker, left, width) {
  const at = now.f.offset(marker.offset);
  return h('button', {
    key: marker.id, class: width ? 'span' : 'tick', style: width ? { left, width } : { left }, title: `${at} ${marker.text ?? ''}`,
    'aria-label': `${t(`markerKind.${marker.kind}`)} ${marker.text ?? ''} ${at}`, onclick: () => begin(now, { minute: marker.offset }),
  }, width ? marker.text : null);
}

function asked(now, from, to, place) {
  const { show, f, ui } = now;
  const questions = show.records.all('question');
  if (questions.length === 0) return null;
  const width = bucketWidth(to - from);
  const start = Math.floor(from / width) * width;
  const bars = questionDensity(questions, { from: start, to, width });
  const busiest = Math.max(1, ...bars.map(bar => bar.asked));
  const span = `${(width / (to - from)) * 100}%`;
  return h('div', { class: 'lane-marks marks-questions' },
    h('span', { class: 'marks-name' }, t('room.questions')),
    h('div', { class: 'marks-line' }, bars.filter(bar => bar.asked > 0).map(bar =>
      h('button', {
        key: bar.offset, class: `bar-of ${ui.asked === bar.offset ? 'chosen' : ''}`, style: { left: place(bar.offset), width: span, '--height': `${(bar.asked / busiest) * 100}%` },
        title: t('room.askedAt', { at: f.offset(bar.offset), n: bar.asked }), 'aria-label': t('room.askedAt', { at: f.offset(bar.offset), n: bar.asked }),
        'aria-pressed': String(ui.asked === bar.offset),
        onclick: () => {
          ui.asked = ui.asked === bar.offset ? null : bar.offset;
          now.app.draw();
        },
      }))),
    ui.asked !== null && ui.asked !== undefined && questionList(now, bars.find(bar => bar.offset === ui.asked), questions));
}

function questionList(now, bar, questions) {
  if (!bar) return null;
  const chosen = bar.questions.map(id => questions.find(question => question.id === id));
  return h('ul', { class: 'asked-list' }, chosen.map(question => h('li', { key: question.id },
    h('time', null, now.f.offset(question.offset)), h('span', { class: 'grow' }, question.text ?? t('room.erased')),
    question.plus > 0 && h('b', null, `+${question.plus}`), question.category && h('span', { class: 'label' }, t(`category.${question.category}`)))));
}

function turningPoints(now) {
  const { show, f, ui, app } = now;
  const list = (name, points) => h('section', { class: `turns ${name}s` }, h('h2', null, t(`room.${name}s`)),
    h('ul', null, points.map(point => h('li', { key: point.offset },
      h('button', {
        class: 'quiet', onclick: () => {
          ui.minute = point.offset;
          ui.curve.zoom(point.offset);
          begin(now, { minute: point.offset, kind: name === 'peak' ? 'experience' : 'mistake' });
        },
        onpointerenter: () => { ui.minute = point.offset; app.draw(); },
      }, h('span', { class: 'shape', 'aria-hidden': 'true' }, name === 'peak' ? '▲' : '▼'), h('b', null, f.offset(point.offset)), h('span', null, f.metric('online', point.value)),
        h('span', { class: 'quiet-text' }, talkedAt(show, point.offset)?.text))))));
  return h('div', { class: 'turning' }, list('peak', show.series.peaks), list('trough', show.series.troughs),
    h('p', { class: 'quiet-text tiny' }, t('room.turnsHint'), ' ',
      h('button', { class: 'quiet small', onclick: () => { ui.minute = null; ui.curve.zoom(null); app.draw(); } }, t('room.wholeShow'))));
}
