/** The minute series of a show that count, with their curves; and those set aside, which can be brought back. */
import { spark } from '../../charts/spark.js';
import { h } from '../../ui/dom.js';
import { ghostLine } from '../../ui/ghost.js';
import { icon } from '../../ui/icon.js';
import { targetOf } from '../../ui/pending.js';
import { t } from '../../ui/words.js';
import { columnName, mainColumn } from '../room/series.js';
import { turnsInMinutes } from '../room/turns.js';

/** `held`: their minutes (SeriesData). */
export function seriesSection(page, held) {
  const { records } = page;
  const aside = records.all('seriesAside').sort((one, other) => (other.taken ?? 0) - (one.taken ?? 0));
  return h(
    'section',
    { key: 'series', class: 'block' },
    records.all('series').map((series) => seriesCard(page, turnsInMinutes(series), held)),
    aside.length > 0 &&
      h(
        'details',
        { key: 'aside' },
        h('summary', { class: 'quiet-text' }, t('numbers.aside', { n: aside.length })),
        h('ul', { class: 'brought card' }, aside.map((series) => asideRow(page, series))),
      ),
  );
}

const ownOf = ({ app, log }, id) =>
  app.outbox.items(log).filter((item) => item.op.startsWith('series.') && targetOf(item) === id);

const nameOf = ({ minutes, columns }) => t('numbers.series', { minutes, columns: columns.map(columnName).join('、') });

function seriesCard(page, series, held) {
  const { app, log, show } = page;
  const { id, peaks = [], troughs = [] } = series;
  const { data, failed, retry } = held.of({ id: log, series, start: show.start ?? show.plannedStart });
  const turns = (points) =>
    points.map(({ offset, value }) => `${app.f.offset(offset)} ${app.f.number(value)}`).join('、');
  return h(
    'article',
    { class: 'card series', key: id },
    h(
      'header',
      { class: 'row' },
      h('h3', { class: 'grow' }, nameOf(series)),
      app.may('series.withdraw') &&
        h(
          'button',
          { class: 'small quiet', onclick: () => app.submit(log, 'series.withdraw', { series: id }) },
          icon('close'),
          t('numbers.withdraw'),
        ),
    ),
    ownOf(page, id).map((item) => ghostLine(app, item)),
    data && curve(data, peaks, troughs),
    !data && h(
      'p',
      { class: 'spark waits quiet-text' },
      failed
        ? [t('numbers.seriesFailed'), ' ', h('button', { class: 'small', onclick: retry }, t('status.again'))]
        : t('loading'),
    ),
    peaks.length > 0 && h('p', null, h('span', { class: 'quiet-text' }, '▲ ', t('numbers.peaks'), '：'), turns(peaks)),
    troughs.length > 0 &&
      h('p', null, h('span', { class: 'quiet-text' }, '▼ ', t('numbers.troughs'), '：'), turns(troughs)),
  );
}

/** One that went with its file comes back with it. */
function asideRow(page, series) {
  const { app, log, records } = page;
  const { id, file, why } = series;
  const mayRestore = app.may('series.restore') && !(file && records.get('file', file)?.withdrawn);
  return h(
    'li',
    { key: id },
    h(
      'div',
      { class: 'grow' },
      nameOf(series),
      h('small', { class: 'quiet-text' }, t(`numbers.why.${why}`)),
      ownOf(page, id).map((item) => ghostLine(app, item)),
    ),
    mayRestore &&
      h(
        'button',
        { class: 'small quiet', onclick: () => app.submit(log, 'series.restore', { series: id }) },
        t('numbers.restore'),
      ),
  );
}

function curve(data, peaks, troughs) {
  const main = mainColumn(data);
  return spark({
    offsets: data.offsets,
    values: data.values[main],
    label: columnName(data.columns[main]),
    dots: [...peaks.map((dot) => ({ ...dot, name: 'peak' })), ...troughs.map((dot) => ({ ...dot, name: 'trough' }))],
  });
}
