/** Numbers as they stood at a time: where they came from, and the way to take them back, or to bring them back. */
import { h } from '../../ui/dom.js';
import { ofShow, sourced } from '../../ui/figure.js';
import { ghostLine } from '../../ui/ghost.js';
import { icon } from '../../ui/icon.js';
import { byMetric } from '../../ui/metricorder.js';
import { overlaid, targetOf } from '../../ui/pending.js';
import { t } from '../../ui/words.js';

const COMES_OF = {
  'snapshot.withdraw': () => ({ withdrawn: true }),
  'snapshot.restore': () => ({ withdrawn: false }),
};

/** Whether none of its values counts any more, others having taken their place. */
export function isSuperseded(latest, { id, values, withdrawn }) {
  const metrics = Object.keys(values);
  if (withdrawn || !latest || metrics.length === 0) return false;
  return !metrics.some((metric) => latest.from?.[metric] === id && !latest.derived?.includes(metric));
}

export function snapshotCard({ app, log, records }, record) {
  const own = app.outbox.items(log).filter((item) => targetOf(item) === record.id);
  const shown = overlaid(record, own, COMES_OF);
  const { id, source, label, at, by, values, withdrawn } = shown;
  const latest = records.only('latest');
  const file = record.file && records.get('file', record.file)?.name;
  const op = withdrawn ? 'snapshot.restore' : 'snapshot.withdraw';
  // Whatever counts now, on its card a value is of that card.
  const of = (metric) => ({ ...ofShow(records), latest: { ...latest, from: { [metric]: id }, derived: [] } });
  const figure = (metric, value) =>
    sourced(app, { metric, value, of: () => of(metric), isAside: true }, app.f.metric(metric, value));
  return h(
    'article',
    { class: `snapshot card${withdrawn ? ' withdrawn' : ''}`, key: id },
    h(
      'header',
      null,
      h('h3', null, label ?? t(`numbers.source.${source}`)),
      withdrawn && h('span', { class: 'label' }, t('numbers.withdrawn')),
      isSuperseded(latest, shown) && h('span', { class: 'label' }, t('numbers.superseded')),
      h('small', { class: 'quiet-text' }, [file, app.f.when(at), app.name(by)].filter(Boolean).join(' · ')),
      app.may(op) &&
        h(
          'button',
          { class: 'small quiet', onclick: () => app.submit(log, op, { snapshot: id }) },
          !withdrawn && icon('close'),
          t(withdrawn ? 'numbers.restore' : 'numbers.withdraw'),
        ),
    ),
    own.map((item) => ghostLine(app, item)),
    h(
      'dl',
      null,
      Object.entries(values).sort(([one], [other]) => byMetric(one, other)).map(([metric, value]) =>
        h('div', { key: metric }, h('dt', null, t(`metric.${metric}`)), h('dd', null, figure(metric, value)))
      ),
    ),
  );
}
