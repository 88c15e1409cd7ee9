/** 目标回顾: goals against actuals, what was missed first; a press begins a card on that number. */
import { METRICS } from '../../core/metrics.js';
import { share } from '../../ui/attainment.js';
import { h } from '../../ui/dom.js';
import { ofShow, sourced } from '../../ui/figure.js';
import { better, gap } from '../../ui/format.js';
import { t } from '../../ui/words.js';
import { gapMark } from './issuecard.js';
import { goalRows, tally } from './goalrows.js';
import { sourceName } from './link.js';
import { isPastHere, lastShow } from './past.js';
import { showPicker, without } from './shows.js';
import { beginCell, metricHead, number, numbersTable } from './table.js';

export function goalsPage(now) {
  const { show, f } = now;
  const isHere = isPastHere(now, 1);
  const last = isHere ? lastShow(now) : null;
  const rows = goalRows(show?.records.all('goal') ?? [], show?.latest?.values, last?.values, show?.thresholds);
  const columns = [
    { text: t('room.column.metric') },
    { text: t('room.column.goal'), num: true },
    { text: t('room.column.actual'), num: true },
    { text: t('room.column.attained'), wide: true },
    { text: t('room.column.gap') },
    { text: last ? t('room.lastShow', { date: f.date(last.start) }) : t('room.column.last'), num: true },
  ];
  return h(
    'div',
    { class: 'data-page goals' },
    showPicker(now),
    rows.length > 0 &&
      h(
        'div',
        { class: 'data-head' },
        isJudged(now)
          ? verdict(tally(rows), show.thresholds)
          : h('p', { class: 'quiet-text', role: 'status' }, t('loading')),
        show.latest && h('p', { class: 'quiet-text tiny' }, sourceName(now, show)),
      ),
    rows.length === 0 ? goalless(now) : numbersTable(columns, rows.map((row) => goalRow(now, row, isHere, last))),
  );
}

/** No goals: the numbers may be there all the same. */
function goalless({ app, ui, show }) {
  const n = Object.values(show?.latest?.values ?? {}).filter((value) => value !== null).length;
  const ways = [
    app.may('goal.set') &&
    h('a', { key: 'set', class: 'button small', href: `/show/${show?.id}#numbers` }, t('room.setGoals')),
    ' ',
    h(
      'button',
      { key: 'numbers', class: 'small', onclick: () => ui.looking.lookAt({ phase: 'data', step: 'comparison' }) },
      t('room.seeNumbers'),
    ),
  ];
  return n > 0 ? h('p', { class: 'empty' }, t('room.noGoalsBut', { n }), ' ', ways) : without(show, t('room.noGoals'));
}

/** By the channel's own thresholds: the usual ones would be other colours. */
const isJudged = ({ app, show }) => app.listed.isHere([show.channel]);

function verdict(counts, thresholds) {
  return h(
    'p',
    { class: 'verdict' },
    ['red', 'amber', 'green'].map((level) =>
      counts[level] > 0 &&
      h('span', { key: level, class: `gap ${level}` }, t(`room.level.${level}`, { n: counts[level], ...thresholds }))
    ),
    counts.unknown > 0 && h('span', { class: 'quiet-text' }, t('room.level.unknown', { n: counts.unknown })),
  );
}

function goalRow(now, { metric, goal, basis, actual, last, gap: toGoal, attainment }, isHere, before) {
  const { app, f, show } = now;
  const level = toGoal && isJudged(now) ? toGoal.level : 'plain';
  return h(
    'tr',
    { key: metric, class: `level-${level}` },
    metricHead(now, metric, basis),
    number(t('room.column.goal'), goal, f.metric(metric, goal)),
    number(
      t('room.column.actual'),
      actual,
      actual === null ? h('span', { class: 'quiet-text' }, t('room.noActual')) : h(
        'b',
        null,
        sourced(app, { metric, value: actual, of: () => ofShow(show.records) }, f.metric(metric, actual)),
      ),
      attainment !== null &&
        h(
          'small',
          { class: 'narrow-only quiet-text' },
          ` ${t('room.column.attained')} ${share(f, metric, attainment, toGoal)}`,
        ),
    ),
    h('td', { class: 'wide-cell' }, attained(f, metric, attainment, toGoal, level)),
    h(
      'td',
      null,
      toGoal &&
        h('span', { class: `gap ${level}` }, toGoal.text, h('small', null, ' ', difference(f, metric, actual - goal))),
    ),
    isHere
      ? number(
        t('room.column.last'),
        last,
        last === null
          ? f.metric(metric, last)
          : sourced(app, { metric, value: last, of: () => before.figures, isAside: true }, f.metric(metric, last)),
        ' ',
        gapMark(gap(actual, last, better(metric)), true),
      )
      : number(t('room.column.last'), null, h('span', { class: 'quiet-text' }, t('loading'))),
    beginCell(now, metric, toGoal?.good === false ? 'mistake' : 'experience'),
  );
}

/** The difference itself with sign and unit, beside its share of the base; between rates in percentage points. */
function difference(f, metric, amount) {
  const sign = amount > 0 ? '+' : amount < 0 ? '−' : '';
  const size = Math.abs(amount);
  if (METRICS[metric]?.unit === 'ratio') return sign + t('room.points', { n: f.number(size * 100, { digits: 2 }) });
  return sign + f.metric(metric, size);
}

/** Actual over goal, in percent and as a bar with the goal at four fifths of it. */
function attained(f, metric, attainment, toGoal, level) {
  if (attainment === null) return null;
  const part = Math.min(100, Math.max(0, attainment) * 80);
  return h(
    'div',
    { class: 'attained' },
    h('div', { class: `meter ${level}`, 'aria-hidden': 'true', style: { '--part': `${part}%` } }, h('i')),
    h('span', null, share(f, metric, attainment, toGoal)),
  );
}
