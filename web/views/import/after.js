/** What would be different once the parts are stored, against what is there. */
import { h } from '../../ui/dom.js';
import { t } from '../../ui/words.js';
import { listed, metricName } from './saying.js';

const NAMED = 4;

export function after(view, parts) {
  return h(
    'section',
    { class: 'import-after', key: 'after' },
    h('h3', null, t('bring.after')),
    effectList(view, parts),
  );
}

export function effectList(view, parts) {
  const rows = parts.flatMap((part) =>
    effects(view.app.f, { ...part.changes, shows: answered(part, view.bringing.choices) }, goalsOf(view.bringing))
  );
  if (rows.length === 0) return h('p', { class: 'quiet-text' }, t('bring.nothingChanges'));
  return h('dl', null, rows.map(effect));
}

/** How many metrics would be other than they are. */
export const changedCount = (parts) => parts.reduce((sum, { changes }) => sum + (changes.changed?.length ?? 0), 0);

const effect = ({ name, said, count, tone, all }, n) =>
  h(
    'div',
    { key: n, class: tone ?? null },
    h(
      'dt',
      null,
      t(`bring.effect.${name}`),
      said && h('small', { class: 'quiet-text' }, ' ', said),
      all && h(
        'details',
        { key: 'all' },
        h('summary', null, t('bring.all', { n: all.length })),
        h('ul', null, all.map((one, at) => h('li', { key: at }, one))),
      ),
    ),
    h('dd', null, count),
  );

/** Once they are stored: a preview counts them only. */
const goalsOf = (bringing) => (bringing.phase === 'stored' ? bringing.changedGoals : []);

function effects(f, { new: fresh = [], changed = [], same = [], kept = [], times, ...changes }, changedGoals) {
  const metrics = (name, keys, said, tone) =>
    keys.length > 0 && { name, said, tone, count: t('bring.count.metric', { n: keys.length }) };
  const some = (name, n, unit) => n > 0 && { name, count: t(`bring.count.${unit}`, { n }) };
  const { series, markers, goals, questions, shows } = changes;
  return [
    metrics('new', fresh, names(fresh)),
    changedMetrics(f, changed),
    metrics('same', same, null),
    metrics('kept', kept, names(kept)),
    ...['start', 'end'].filter((name) => times?.[name]).map((name) => moved(f, name, times[name])),
    series && { name: series.replaces ? 'replaces' : 'series', count: t('bring.count.minutes', { n: series.minutes }) },
    ...(markers ? [some('markers', markers.new, 'item'), some('knownMarkers', markers.known, 'item')] : []),
    ...(goals
      ? [
        some('goals', goals.new, 'goal'),
        withLines(f, some('changedGoals', goals.changed, 'goal'), changedGoals),
        some('sameGoals', goals.same, 'goal'),
      ]
      : []),
    ...(questions
      ? [
        some('questions', questions.new, 'item'),
        some('merged', questions.merged, 'item'),
        some('knownQuestions', questions.known, 'item'),
        some('undated', questions.undated, 'item'),
      ]
      : []),
    ...(shows
      ? [
        some('shows', shows.new, 'show'),
        some('knownShows', shows.known, 'show'),
        some('skipped', shows.skipped, 'show'),
      ]
      : []),
  ].filter(Boolean);
}

const withLines = (f, effect, changed) =>
  effect && changed.length > 0
    ? { ...effect, said: changed.slice(0, NAMED).map((one) => fromTo(f, one)).join('；') + more(changed) }
    : effect;

/** The first of them at once, all of them when asked. */
function changedMetrics(f, changed) {
  const lines = changed.map((one) => fromTo(f, one));
  return lines.length > 0 && {
    name: 'changed',
    said: lines.slice(0, NAMED).join('；'),
    all: lines.length > NAMED && lines,
    count: t('bring.count.metric', { n: lines.length }),
    tone: 'differs',
  };
}

/** The shows of a list, with what was said of those that were asked for. */
function answered({ changes: { shows }, shows: rows = [] }, { answers }) {
  if (!shows) return undefined;
  const said = rows.filter(({ match, row }) => match === 'ask' && answers[row]).map(({ row }) => answers[row]);
  const count = (test) => said.filter(test).length;
  return {
    new: shows.new + count((answer) => answer === 'new'),
    known: shows.known + count((answer) => answer !== 'new' && answer !== 'skip'),
    skipped: shows.skipped + count((answer) => answer === 'skip'),
  };
}

const more = (all) => (all.length > NAMED ? '…' : '');
const names = (keys) => listed(keys.slice(0, NAMED).map(metricName)) + more(keys);
const fromTo = (f, { metric, from, to }) =>
  `${metricName(metric)} ${t('bring.fromTo', { from: f.metric(metric, from), to: f.metric(metric, to) })}`;

function moved(f, name, { from, to }) {
  const said = (ms) => (Number.isFinite(ms) ? f.when(ms) : t('bring.nothing'));
  return {
    name: 'times',
    said: t(`bring.${name}Is`),
    count: t('bring.fromTo', { from: said(from), to: said(to) }),
    tone: 'wide',
  };
}
