/**
 * What the show is to reach, beside the last show and the median of those before. What it did reach is not told yet: 准备 asks
 * how a trial went before anybody has seen its numbers.
 */
import { METRICS } from '../../core/metrics.js';
import { h } from '../../ui/dom.js';
import { roleBadge } from '../../ui/marks.js';
import { t } from '../../ui/words.js';
import { median } from './comparisonrows.js';
import { isPastHere, pastShows } from './past.js';
import { showPicker } from './shows.js';

const SHOWN = 5;
const ORDER = Object.keys(METRICS);

export function goalPlan(now) {
  const { show, app, f } = now;
  if (!show?.ready) return null;
  const goals = show.records.all('goal').sort((one, other) => ORDER.indexOf(one.metric) - ORDER.indexOf(other.metric));
  const isHere = isPastHere(now);
  const past = isHere ? pastShows(now) : [];
  const row = ({ metric, value }) => {
    const before = past.map(({ values }) => values?.[metric] ?? null);
    const told = (amount) =>
      h('td', { class: 'num' }, isHere ? (amount === null ? '—' : f.metric(metric, amount)) : '');
    return h(
      'tr',
      { key: metric },
      h(
        'th',
        { scope: 'row' },
        METRICS[metric] && roleBadge(app, METRICS[metric].owner),
        h('span', null, t(`metric.${metric}`)),
      ),
      h('td', { class: 'num' }, h('b', null, f.metric(metric, value))),
      told(before[0] ?? null),
      told(median(before)),
    );
  };
  return h(
    'section',
    { class: 'card goal-plan', key: 'goals', 'aria-label': t('prepare.goals') },
    h(
      'header',
      null,
      h('h2', null, t('prepare.goals')),
      h(
        'span',
        { class: 'quiet-text grow' },
        goals.length > 0 ? t('prepare.goalsAbout', { n: goals.length }) : t('room.noGoals'),
      ),
      app.may('goal.set') && h('a', { href: `/show/${show.id}#numbers` }, t('prepare.change')),
    ),
    showPicker(now),
    goals.length > 0 && h(
      'table',
      null,
      h(
        'thead',
        null,
        h(
          'tr',
          null,
          h('th', { scope: 'col' }, t('room.column.metric')),
          h('th', { scope: 'col', class: 'num' }, t('room.column.goal')),
          h('th', { scope: 'col', class: 'num' }, t('room.column.last')),
          h('th', { scope: 'col', class: 'num' }, t('room.column.median', { n: Math.max(1, past.length) })),
        ),
      ),
      h('tbody', null, goals.slice(0, SHOWN).map(row)),
    ),
    goals.length > SHOWN && h(
      'details',
      { key: 'more' },
      h('summary', null, t('prepare.more', { n: goals.length - SHOWN })),
      h('table', null, h('tbody', null, goals.slice(SHOWN).map(row))),
    ),
  );
}
