/** The evidence of one issue: the stretch of the curve around its minute, and its number as it was when it was linked. */
import { spark } from '../../charts/spark.js';
import { h } from '../../ui/dom.js';
import { t } from '../../ui/words.js';
import { numbers } from './issuecard.js';
import { columnName, mainColumn } from './series.js';
import { around, within } from './stretch.js';

export function sheetEvidence(now, issue) {
  const drawn = [curve(now, issue), minute(now, issue), numbers(now, issue), sinceThen(now, issue)].filter(Boolean);
  return drawn.length > 0 && h('div', { class: 'sheet-evidence' }, drawn);
}

const showOf = ({ shows, show }, { question, link }) =>
  shows.find(({ id }) => id === (question?.show ?? link?.show)) ?? show;

/** The way to that minute of the show. */
function minute(now, issue) {
  const show = showOf(now, issue);
  if (issue.offset === undefined || issue.offset === null || !show) return null;
  return h(
    'p',
    { key: 'minute', class: 'tiny' },
    h('a', { href: `/show/${show.id}?at=${issue.offset}` }, t('sheet.toMinute', { at: now.f.offset(issue.offset) })),
  );
}

function curve(now, issue) {
  const { ui, f } = now;
  const show = showOf(now, issue);
  if (issue.offset === undefined || issue.offset === null || !show?.ready || !show.series) return null;
  const { data, failed, retry } = ui.series.of(show);
  if (failed) {
    return h(
      'p',
      { class: 'quiet-text' },
      t('room.seriesFailed'),
      ' ',
      h('button', { class: 'small', onclick: retry }, t('status.again')),
    );
  }
  if (!data) return h('p', { class: 'quiet-text' }, t('loading'));
  const main = mainColumn(data);
  const part = around(data.offsets, data.values[main], issue.offset);
  if (!part) return null;
  const { offsets, values, first, last } = part;
  const { from, to } = within(part);
  return h(
    'figure',
    { key: 'curve' },
    h(
      'figcaption',
      null,
      h(
        'span',
        { class: 'quiet-text' },
        `${f.offset(first.offset)} → ${f.offset(last.offset)} `,
        columnName(data.columns[main]),
      ),
      ' ',
      h('b', null, `${f.number(first.value)} → ${f.number(last.value)} `),
      change(f, last.value - first.value),
    ),
    spark({
      offsets,
      values,
      dots: [{ offset: last.offset, value: last.value, name: last.value < first.value ? 'trough' : 'peak' }],
      minute: issue.offset,
      stretch: { from: first.offset, to: last.offset },
      label: t('sheet.curve', { at: f.offset(issue.offset) }),
    }),
    h(
      'p',
      { class: 'quiet-text tiny spread', 'aria-hidden': 'true', style: { '--from': from, '--to': to } },
      h('span', null, f.offset(first.offset)),
      h('span', null, f.offset(last.offset)),
    ),
  );
}

/** With shape and sign: whether it is good depends on what it is about. */
function change(f, by) {
  if (by === 0) return h('span', { class: 'gap plain' }, '＝');
  return h('span', { class: 'gap plain' }, by < 0 ? `▼−${f.number(-by)}` : `▲+${f.number(by)}`);
}

/** A number stays what it was when it was linked; a later import is told beside it. */
function sinceThen(now, { link }) {
  if (!link) return null;
  const { metric, value } = link;
  const present = now.shows.find(({ id }) => id === link.show)?.latest?.values?.[metric];
  if (present === undefined || present === value) return null;
  const [linked, later] = [value, present].map((number) => now.f.metric(metric, number));
  return h('p', { class: 'quiet-text tiny', key: 'since' }, t('sheet.numberSince', { linked, now: later }));
}
