/** Where the time of a review went, beside the one before: minutes a card, the whole, what it was worth. */
import { h } from '../../ui/dom.js';
import { t } from '../../ui/words.js';
import { perIssue } from '../report/trend.js';

const MINUTE = 60_000;

export function timeCard(_, report) {
  const { counts } = report;
  const before = (report.past ?? []).find(({ summary }) => summary.solving || summary.worth);
  const lines = [
    line('perIssue', perIssue(counts), perIssue(before?.summary), (n) => t('report.perIssueMinutes', { n })),
    line('whole', whole(counts), whole(before?.summary), (n) => t('report.minutes', { n })),
    report.answered &&
    line('answered', `${report.answered.done} / ${report.answered.all}`, undefined, (share) => share),
    line('worthBefore', counts.worth, before?.summary.worth, (mean) => t('report.worthMean', { mean })),
  ].filter(Boolean);
  if (lines.length === 0) return null;
  return h(
    'section',
    { class: 'card time' },
    h(
      'h3',
      null,
      t('report.timeTitle'),
      counts.talked > 0 && h('small', null, t('report.talked', { n: counts.talked })),
    ),
    h('dl', null, lines),
  );
}

const whole = (counts) => (counts?.reviewing >= MINUTE ? Math.round(counts.reviewing / MINUTE) : undefined);

function line(name, value, before, words) {
  if (value === undefined) return null;
  return h(
    'div',
    { key: name },
    h('dt', null, t(`report.${name}`)),
    h('dd', null, h('b', null, words(value))),
    h('dd', { class: 'quiet-text' }, before !== undefined && t('report.before', { value: words(before) })),
  );
}
