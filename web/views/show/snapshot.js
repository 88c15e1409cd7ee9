/** Numbers as they stood at a time: where they came from, and the way to take them back, or to bring them back. */
import { h } from '../../ui/dom.js';
import { ghostLine } from '../../ui/ghost.js';
import { icon } from '../../ui/icon.js';
import { byMetric } from '../../ui/metricorder.js';
import { overlaid, targetOf } from '../../ui/pending.js';
import { t } from '../../ui/words.js';

const COMES_OF = {
  'snapshot.withdraw': () => ({ withdrawn: true }),
  'snapshot.restore': () => ({ withdrawn: false }),
};

export function snapshotCard({ app, log }, record) {
  const own = app.outbox.items(log).filter((item) => targetOf(item) === record.id);
  const { id, source, label, at, by, values, withdrawn } = overlaid(record, own, COMES_OF);
  const op = withdrawn ? 'snapshot.restore' : 'snapshot.withdraw';
  return h(
    'article',
    { class: `snapshot card${withdrawn ? ' withdrawn' : ''}`, key: id },
    h(
      'header',
      null,
      h('h3', null, label ?? t(`numbers.source.${source}`)),
      withdrawn && h('span', { class: 'label' }, t('numbers.withdrawn')),
      h('small', { class: 'quiet-text' }, `${app.f.when(at)} · ${app.name(by)}`),
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
        h('div', { key: metric }, h('dt', null, t(`metric.${metric}`)), h('dd', null, app.f.metric(metric, value)))
      ),
    ),
  );
}
