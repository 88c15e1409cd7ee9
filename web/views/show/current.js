/** Every number that counts now, each with its source; the numbers they are of are folded below. */
import { h } from '../../ui/dom.js';
import { ofShow, sourced } from '../../ui/figure.js';
import { byMetric } from '../../ui/metricorder.js';
import { t } from '../../ui/words.js';
import { snapshotCard } from './snapshot.js';

/** The metrics of `latest`, in their order: those that were told, and those that are worked out from them. */
export const metricsOf = (latest) => Object.keys(latest?.values ?? {}).sort(byMetric);

export function currentNumbers({ app, records }) {
  const latest = records.only('latest');
  const metrics = metricsOf(latest);
  if (metrics.length === 0) return null;
  const of = () => ofShow(records);
  return h(
    'dl',
    { class: 'current card', key: 'current' },
    metrics.map((metric) => {
      const value = latest.values[metric];
      return h(
        'div',
        { key: metric },
        h('dt', null, t(`metric.${metric}`)),
        h('dd', null, sourced(app, { metric, value, of }, app.f.metric(metric, value))),
      );
    }),
  );
}

/** Open where none of them counts: there is nothing else to be seen. */
export function sources(page) {
  const snapshots = page.records.all('snapshot').sort((one, other) => other.at - one.at);
  if (snapshots.length === 0) return null;
  const isAll = metricsOf(page.records.only('latest')).length === 0;
  const n = snapshots.filter(({ withdrawn }) => !withdrawn).length;
  return h(
    'details',
    {
      key: 'sources',
      class: 'sources',
      created: (node) => (node.open = isAll),
    },
    h('summary', { class: 'quiet-text' }, t('numbers.sources'), ' ', h('small', null, n)),
    snapshots.map((one) => snapshotCard(page, one)),
  );
}
