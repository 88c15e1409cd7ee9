/** Choosing the number a card stands on: show, metric, and the newest number of each or those of one snapshot. */
import { METRICS } from '../../core/metrics.js';
import { dialog } from '../../ui/dialog.js';
import { h } from '../../ui/dom.js';
import { select } from '../../ui/field.js';
import { better, gap } from '../../ui/format.js';
import { roleBadge } from '../../ui/marks.js';
import { byMetric } from '../../ui/metricorder.js';
import { t } from '../../ui/words.js';
import { acts } from './acts.js';
import { gapMark } from './issuecard.js';
import { without } from './shows.js';

/** For the issue that the dialog names, or for the one being written where that is null. */
export function linkDialog(now, close) {
  const { ui, shows, records } = now;
  const choice = ui.opened.dialog;
  const show = shows.find((one) => one.id === choice.show) ?? now.show;
  const snapshots = show
    ? show.records.all('snapshot').filter(({ withdrawn }) => !withdrawn).sort((a, b) =>
      b.at - a.at || (a.id < b.id ? -1 : 1)
    )
    : [];
  const snapshot = snapshots.find((one) => one.id === choice.snapshot);
  const values = snapshot?.values ?? show?.latest?.values;
  const issue = choice.issue && records.get('issue', choice.issue);
  if (choice.issue && !issue) {
    return dialog(
      { title: titleFor(null), close, wide: true },
      h('p', { class: 'error', role: 'alert' }, t('room.goneCard')),
    );
  }
  const linked = issue ? issue.link?.metric : ui.composing.fields.metric?.metric;
  const link = (chosen) => {
    if (!issue) ui.composing.change({ metric: chosen });
    else if (chosen) acts.link(now, issue.id, chosen);
    else acts.unlink(now, issue.id);
    close();
  };
  return dialog(
    { title: titleFor(issue), close, wide: true },
    issue && h('p', { class: 'quiet-text link-text' }, issue.text),
    h(
      'div',
      { class: 'row link-choices' },
      showChoice(now, show),
      snapshotChoice(now, show, snapshots, snapshot),
      finder(now),
    ),
    values ? metricList(now, { show, snapshot, values }, linked, link) : without(show, t('room.noSnapshot')),
    linked &&
      h('p', { class: 'row end' }, h('button', { class: 'small', onclick: () => link(null) }, t('room.unlink'))),
  );
}

const titleFor = (issue) => (issue ? t('room.linkTo', { no: issue.no ? `#${issue.no}` : '' }) : t('room.linkMetric'));

function showChoice({ ui, shows }, show) {
  if (shows.length < 2) return null;
  return select({
    'aria-label': t('room.show'),
    value: show?.id,
    options: shows.map((one) => ({ value: one.id, text: one.title })),
    choose: (id) => ui.opened.change({ show: id, snapshot: null }),
  });
}

function snapshotChoice(now, show, snapshots, snapshot) {
  if (snapshots.length < 2) return show?.latest && h('span', { class: 'quiet-text' }, sourceName(now, show));
  return select({
    'aria-label': t('room.snapshot'),
    value: snapshot?.id,
    blank: t('room.newest'),
    options: snapshots.map((one) => ({ value: one.id, text: snapshotName(now, one) })),
    choose: (id) => now.ui.opened.change({ snapshot: id }),
  });
}

function finder({ ui }) {
  return h('input', {
    type: 'search',
    placeholder: t('room.findMetric'),
    'aria-label': t('room.findMetric'),
    value: ui.opened.dialog.find ?? '',
    created: (node) => node.focus(),
    oninput: (event) => ui.opened.change({ find: event.currentTarget.value }),
  });
}

function metricList(now, { show, snapshot, values }, linked, link) {
  const { find = '' } = now.ui.opened.dialog;
  const metrics = metricsOf(values, find);
  if (metrics.length === 0) return h('p', { class: 'empty' }, t('room.noMetric', { find: find.trim() }));
  return h(
    'ul',
    { class: 'metric-list' },
    metrics.map((metric) => option(now, { show, snapshot, metric, value: values[metric] }, metric === linked, link)),
  );
}

const metricsOf = (values, find) =>
  Object.keys(values)
    .filter((metric) => `${metric} ${t(`metric.${metric}`)}`.toLowerCase().includes(find.trim().toLowerCase()))
    .sort()
    .sort(byMetric);

function option({ app, f }, { show, snapshot, metric, value }, linked, link) {
  const goal = show.records.get('goal', metric)?.value ?? null;
  const choose = () => link({ show: show.id, snapshot: snapshot?.id, metric });
  return h(
    'li',
    { key: metric },
    h(
      'button',
      { class: 'quiet metric-option', 'aria-pressed': String(linked), onclick: choose },
      METRICS[metric] && roleBadge(app, METRICS[metric].owner),
      h('span', { class: 'grow' }, t(`metric.${metric}`)),
      h('b', null, f.metric(metric, value)),
      goal !== null && h('span', { class: 'quiet-text' }, t('room.goalIs', { value: f.metric(metric, goal) })),
      gapMark(gap(value, goal, better(metric), show.thresholds)),
    ),
  );
}

/** Where a show's newest numbers come from: the newest snapshot among those in which they stand, and whether it is one. */
export function sourceName(now, { latest, records }) {
  const snapshots = [...new Set(Object.values(latest.from))].map((id) => records.get('snapshot', id)).filter(Boolean)
    .sort((a, b) => b.at - a.at || (a.id < b.id ? -1 : 1));
  if (snapshots.length === 0) return null;
  const name = snapshotName(now, snapshots[0]);
  return snapshots.length > 1 ? t('room.newestOf', { n: snapshots.length, name }) : name;
}

/** A snapshot by where it came from, its label, and when. */
const snapshotName = ({ f }, { source, label, at }) =>
  [t(`room.sources.${source}`), label, f.when(at)].filter(Boolean).join(' · ');
