/**
 * The files that were imported: who brought each and when, what it holds, and the way to take it back with everything it
 * made, or to bring it back.
 *
 *     filesSection(page)                        those of a show
 *     fileRows(app, log, files, told?)          those of any log; `told(file)`: more lines on one, or null
 */
import { admits } from '../../core/acts.js';
import { h } from '../../ui/dom.js';
import { ghostLine } from '../../ui/ghost.js';
import { icon } from '../../ui/icon.js';
import { overlaid, targetOf } from '../../ui/pending.js';
import { t } from '../../ui/words.js';

/** So many are shown at once. */
const SHOWN = 6;

const COMES_OF = {
  'file.withdraw': () => ({ withdrawn: true }),
  'file.restore': () => ({ withdrawn: false }),
};

export function filesSection({ app, log, records }) {
  const files = records.all('file');
  if (files.length === 0) return null;
  return h(
    'section',
    { key: 'files', class: 'block' },
    h('header', null, h('h2', null, t('brought.title'))),
    fileRows(app, log, files, (file) => h('p', { class: 'quiet-text' }, holdings(records, file).join(' · '))),
  );
}

export function fileRows(app, log, files, told = () => null) {
  const newest = [...files].sort((one, other) => other.at - one.at);
  const rows = (some) =>
    h('ul', { class: 'brought card' }, some.map((file) => fileRow(app, log, file, told, isStanding(newest, file))));
  return [
    rows(newest.slice(0, SHOWN)),
    newest.length > SHOWN &&
    h(
      'details',
      { key: 'more files' },
      h('summary', { class: 'quiet-text' }, t('brought.more', { n: newest.length - SHOWN })),
      rows(newest.slice(SHOWN)),
    ),
  ];
}

/** The same bytes stand as another file: brought back, they would be there twice. */
const isStanding = (files, { id, digest }) =>
  Boolean(digest) && files.some((one) => one.id !== id && one.digest === digest && !one.withdrawn);

function fileRow(app, log, record, told, isThere) {
  const own = app.outbox.items(log).filter((item) => item.op.startsWith('file.') && targetOf(item) === record.id);
  const file = overlaid(record, own, COMES_OF);
  const { id, kind, name, at, by, withdrawn } = file;
  const op = withdrawn ? 'file.restore' : 'file.withdraw';
  const mayTake = app.me !== null && admits(op, app.me, { isAuthor: by === app.me.member });
  return h(
    'li',
    { key: id, class: withdrawn ? 'withdrawn' : null },
    h(
      'div',
      { class: 'grow' },
      h('b', null, name ?? t('brought.pasted')),
      h('small', { class: 'quiet-text' }, `${t(`brought.kind.${kind}`)} · ${app.f.when(at)} · ${app.name(by)}`),
      told(file),
      withdrawn &&
        h(
          'p',
          { class: 'quiet-text' },
          h('span', { class: 'label' }, t('brought.withdrawn')),
          ' ',
          t('brought.withdrawnWhy'),
        ),
      own.map((item) => ghostLine(app, item)),
    ),
    mayTake && !(withdrawn && isThere) &&
      h(
        'button',
        {
          class: 'small quiet',
          'aria-label': `${t(withdrawn ? 'brought.restore' : 'brought.withdraw')} ${name ?? t('brought.pasted')}`,
          onclick: () => app.submit(log, op, { file: id }),
        },
        !withdrawn && icon('close'),
        t(withdrawn ? 'brought.restore' : 'brought.withdraw'),
      ),
  );
}

/** In words, what of the log came from the file. */
export function holdings(records, { id, goals = 0, markers = 0, questions = 0 }) {
  const of = (kind) => records.all(kind).filter(({ file }) => file === id);
  const numbers = new Set(of('snapshot').flatMap(({ values }) => Object.keys(values))).size;
  const minutes = [...of('series'), ...of('seriesAside')].reduce((most, series) => Math.max(most, series.minutes), 0);
  const counts = { numbers, minutes, goals, markers, questions };
  return Object.entries(counts).filter(([, n]) => n > 0).map(([what, n]) => t(`brought.${what}`, { n }));
}
