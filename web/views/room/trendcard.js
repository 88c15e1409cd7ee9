/** How the last reviews went, beside this one: a small line for each figure, in words, and all of them as a table. */
import { linePath } from '../../charts/spark.js';
import { h } from '../../ui/dom.js';
import { t } from '../../ui/words.js';
import { trend } from '../report/trend.js';

const WIDE = 96;
const HIGH = 28;
/** What a line's dots take at its ends. */
const EDGE = 4;
const FIGURES = ['perIssue', 'answered', 'worth'];

export function trendCard(now, report) {
  const told = trend(report, { f: now.f, t });
  if (!told) return null;
  const { reviews, lines } = told;
  return h(
    'section',
    { class: 'card past-reviews' },
    h('h3', null, t('report.trend.title'), h('small', null, t('report.trend.last', { n: reviews.length }))),
    h('dl', null, lines.map(line)),
    h(
      'details',
      null,
      h('summary', null, t('report.trend.each')),
      h(
        'div',
        { class: 'trend-table', tabindex: '0', role: 'group', 'aria-label': t('report.trend.title') },
        table(reviews),
      ),
      h(
        'ul',
        { class: 'quiet-text tiny' },
        FIGURES.map((name) => h('li', { key: name }, t(`report.trend.why.${name}`))),
      ),
    ),
  );
}

const line = ({ name, label, values, text, beside }) =>
  h(
    'div',
    { key: name },
    h('dt', null, label),
    h('dd', null, h('b', null, text), h('small', null, beside)),
    values.filter((value) => value !== null).length > 1 && drawn(values),
  );

function drawn(values) {
  const most = Math.max(...values, 1);
  const step = WIDE / Math.max(1, values.length - 1);
  const places = values.map((_, n) => n * step);
  const high = (value) => HIGH - value / most * HIGH;
  return h(
    'svg',
    { viewBox: `${-EDGE} ${-EDGE} ${WIDE + 2 * EDGE} ${HIGH + 2 * EDGE}`, 'aria-hidden': 'true' },
    h('path', { d: linePath(places, values, { from: 0, to: WIDE, most, width: WIDE, height: HIGH }) }),
    values.map((value, n) =>
      value !== null && h('circle', {
        key: n,
        class: n === values.length - 1 ? 'this' : '',
        cx: places[n],
        cy: high(value),
        r: n === values.length - 1 ? 3.5 : 2,
      })
    ),
  );
}

function table(reviews) {
  return h(
    'table',
    null,
    h('caption', { class: 'unseen' }, t('report.trend.title')),
    h(
      'thead',
      null,
      h(
        'tr',
        null,
        h('th', { scope: 'col' }, t('report.trend.review')),
        FIGURES.map((name) =>
          h('th', { key: name, scope: 'col' }, t(`report.${name === 'worth' ? 'worthBefore' : name}`))
        ),
      ),
    ),
    h(
      'tbody',
      null,
      reviews.toReversed().map(({ log, title, when, isThis, told }) =>
        h(
          'tr',
          { key: log },
          h(
            'th',
            { scope: 'row' },
            isThis ? t('report.trend.this') : h('a', { href: `/room/${log}`, title }, when),
          ),
          FIGURES.map((name) =>
            h('td', { key: name }, told[name] ? [told[name].text, h('small', null, told[name].from)] : '—')
          ),
        )
      ),
    ),
  );
}
