/** 数据齐了吗: what of the reviewed shows is there, with its count; what is missing, with the way to fill it. */
import { h } from '../../ui/dom.js';
import { icon } from '../../ui/icon.js';
import { t } from '../../ui/words.js';
import { sourceName } from './link.js';

/** Where each is filled in, on the show's page. */
const PLACES = {
  goals: '#numbers',
  snapshots: '#numbers',
  minutes: '#numbers',
  markers: '#markers',
  questions: '#questions',
};

export function readiness(now) {
  const { shows } = now;
  const lacking = shows.flatMap((show) => partsOf(now, show)).filter(({ n }) => n === 0).length;
  return h(
    'section',
    { class: 'card readied', key: 'readied', 'aria-label': t('prepare.data') },
    h(
      'header',
      null,
      h('h2', null, t('prepare.data')),
      shows.some(({ ready }) => !ready) ? h('span', { class: 'quiet-text' }, t('loading')) : h(
        'span',
        { class: 'quiet-text' },
        lacking > 0 ? t('prepare.lacking', { n: lacking }) : t('prepare.complete'),
      ),
    ),
    shows.map((show) => [
      shows.length > 1 && h('h3', { key: `title ${show.id}` }, about(now, show)),
      h('ul', { key: show.id, class: 'readiness' }, partsOf(now, show).map((part) => row(now, show, part))),
    ]),
  );
}

/** `[{ name, n, text, about? }]` */
function partsOf(now, show) {
  const { f } = now;
  const { records, series, latest } = show;
  const questions = records.all('question');
  const open = questions.filter(({ status }) => status === 'open' || status === 'followUp').length;
  const count = (name, n, about) => ({ name, n, text: f.number(n), about });
  const values = Object.keys(latest?.values ?? {}).length;
  return [
    { ...count('snapshots', values, latest && sourceName(now, show)), text: t('prepare.items', { n: values }) },
    { ...count('minutes', series?.minutes ?? 0), text: t('plan.minutes', { n: series?.minutes ?? 0 }) },
    count('markers', records.count('marker')),
    count('questions', questions.length, open > 0 && t('prepare.open', { n: open })),
  ];
}

function row(now, { id, ready }, { name, n, text, about }) {
  return h(
    'li',
    { key: name, class: n > 0 ? 'has' : 'lacks' },
    icon(n > 0 ? 'tick' : 'clock'),
    h('span', null, t(`room.has.${name}`)),
    about && h('small', { class: 'quiet-text' }, about),
    n > 0 || !ready ? h('b', null, n > 0 ? text : '') : h(
      'a',
      {
        class: 'button small',
        href: `/show/${id}${PLACES[name]}`,
        'aria-label': t('prepare.fillIn', { what: t(`room.has.${name}`) }),
      },
      t('prepare.fill'),
    ),
  );
}

const about = ({ f }, { title, start }) => [title, start && f.day(start)].filter(Boolean).join(' · ');
