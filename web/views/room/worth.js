/** Whether the review was worth it: asked of everyone who looks at its last page, and told of nobody. */
import { admits } from '../../core/acts.js';
import { h } from '../../ui/dom.js';
import { itemState } from '../../ui/status.js';
import { t } from '../../ui/words.js';

const SCORES = [1, 2, 3, 4, 5];

export function worthCard(now) {
  const { app, log, records, room, me } = now;
  if (!admits('worth.set', me, { room })) return null;
  const { answers = 0, worth, worthOf: counted = answers } = records.only('progress') ?? {};
  const item = app.outbox.items(log).findLast(({ op }) => op === 'worth.set');
  const score = item && item.state !== 'refused' ? item.args.score : records.get('worth', me.member)?.score;
  const answer = (n) => app.submit(log, 'worth.set', { score: n }, { slot: `worth ${log}` });
  return h(
    'section',
    { class: 'card worth' },
    h(
      'h3',
      null,
      t('report.worthTitle'),
      h('small', null, answers ? t('report.worthOf', { n: answers }) : t('report.worthNobody')),
    ),
    h(
      'div',
      { class: 'scores', role: 'group', 'aria-label': t('report.worthTitle') },
      SCORES.map((n) =>
        h('button', {
          key: n,
          'aria-pressed': String(n === score),
          'aria-label': t('report.worthAnswer', { n }),
          onclick: () => n !== score && answer(n),
        }, n)
      ),
    ),
    h('p', { class: 'ends' }, h('span', null, t('report.worthLow')), h('span', null, t('report.worthHigh'))),
    h(
      'p',
      { class: 'quiet-text', role: 'status' },
      worth === undefined ? t(waits(answers)) : [
        h('b', null, t('report.worthMean', { mean: worth })),
        counted < answers && h('small', null, ' ', t('report.worthFrom', { n: counted })),
      ],
    ),
    item && h('p', null, itemState(item)),
  );
}

const waits = (answers) => (answers >= 3 ? 'report.worthWaits' : 'report.worthWaitsAll');
