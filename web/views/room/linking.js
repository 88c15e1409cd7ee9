/** Choosing the number a card stands on: show, snapshot, metric, each with its value beside goal and role. */
import { dialog } from '../../ui/dialog.js';
import { h } from '../../ui/dom.js';
import { roleBadge } from '../../ui/marks.js';
import { t } from '../../ui/words.js';
import { METRICS } from '../../core/metrics.js';
import { gap } from '../../ui/format.js';
import { acts } from './acts.js';
import { gapMark } from './cards.js';
import { latestSnapshot } from './comparison.js';
import { better } from './goals.js';
import { without } from './shows.js';

const ORDER = Object.keys(METRICS);

export function linkDialog(now, close) {
  const { app, ui, shows, records } = now;
  const choice = ui.dialog;
  const show = shows.find(one => one.id === choice.show) ?? now.show;
  const snapshots = show ? [...show.records.all('snapshot')].sort((a, b) => b.at - a.at) : [];
  const snapshot = snapshots.find(one => one.id === choice.snapshot) ?? latestSnapshot(snapshots);
  const issue = choice.issue && records.get('issue', choice.issue);
  const set = change => {
    Object.assign(choice, change);
    app.draw();
  };
  const choose = metric => {
    const link = { show: show.id, snapshot: snapshot.id, metric };
    if (issue) acts.link(now, issue.id, link);
    else Object.assign(ui.writing, { metric: link }), ui.writing.keep();
    close();
  };
  const unlink = () => {
    if (issue) acts.unlink(now, issue.id);
    else Object.assign(ui.writing, { metric: null }), ui.writing.keep();
    close();
  };
  const linked = issue ? issue.link?.metric : ui.writing.metric?.metric;

  return dialog({ title: issue ? t('room.linkTo', { no: issue.no ? `#${issue.no}` : '' }) : t('room.linkMetric'), close, wide: true },
    issue && h('p', { class: 'quiet-text link-text' }, issue.text),
    h('div', { class: 'row link-choices' },
      shows.length > 1 && h('select', { 'aria-label': t('room.show'), value: show?.id, onchange: event => set({ show: event.currentTarget.value, snapshot: null }) },
        shows.map(one => h('option', { value: one.id }, one.title))),
      snapshots.length > 1 && h('select', { 'aria-label': t('room.snapshot'), value: snapshot?.id, onchange: event => set({ snapshot: event.currentTarget.value }) },
        snapshots.map(one => h('option', { value: one.id }, snapshotName(now, one)))),
      snapshots.length === 1 && h('span', { class: 'quiet-text' }, snapshotName(now, snapshot)),
      h('input', { type: 'search', placeholder: t('room.findMetric'), 'aria-label': t('room.findMetric'), value: choice.find ?? '', created: node => node.focus(),
        oninput: event => set({ find: event.currentTarget.value }) })),
    snapshot
      ? h('ul', { class: 'metric-list' }, metricsOf(snapshot, choice.find).map(metric => option(now, show, snapshot, metric, metric === linked, choose)))
      : without(show, t('room.noSnapshot')),
    linked && h('p', { class: 'row end' }, h('button', { class: 'small', onclick: unlink }, t('room.unlink'))));
}

const metricsOf = (snapshot, find = '') =>
  Object.keys(snapshot.values)
    .filter(metric => `${metric} ${t(`metric.${metric}`)}`.toLowerCase().includes((find ?? '').trim().toLowerCase()))
    .sort((a, b) => ORDER.indexOf(a) - ORDER.indexOf(b));

function option({ app, f }, show, snapshot, metric, linked, choose) {
  const goal = show.records.get('goal', metric)?.value ?? null;
  const owner = METRICS[metric]?.owner;
  return h('li', { key: metric }, h('button', { class: 'quiet metric-option', 'aria-pressed': String(linked), onclick: () => choose(metric) },
    owner && roleBadge(app, owner), h('span', { class: 'grow' }, t(`metric.${metric}`)),
    h('b', null, f.metric(metric, snapshot.values[metric])),
    goal === null ? null : h('span', { class: 'quiet-text' }, t('room.goalIs', { value: f.metric(metric, goal) })),
    gapMark(gap(snapshot.values[metric], goal, better(metric)))));
}

export const snapshotName = ({ f }, { source, label, at }) => [t(`room.sources.${source}`), label, f.when(at)].filter(Boolean).join(' · ');
