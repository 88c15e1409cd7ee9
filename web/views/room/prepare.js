/** Before the review: what will be looked at, and whether its numbers are there. */
import { h } from '../../ui/dom.js';
import { icon } from '../../ui/icon.js';
import { STEPS } from '../../ui/marks.js';
import { t } from '../../ui/words.js';
import { planCard } from './plan.js';
import { answering } from './answering.js';

export function preparePage(now) {
  const { shows, room, app } = now;
  return h(
    'div',
    { class: 'prepare' },
    answering(now),
    h(
      'section',
      { class: 'card' },
      h('h2', null, t('room.agenda')),
      h(
        'ol',
        { class: 'agenda' },
        [...STEPS, 'collect', 'vote', 'solve'].map((part) =>
          h(
            'li',
            { key: part },
            h('b', null, t(STEPS.includes(part) ? `step.${part}` : `phase.${part}`)),
            h('span', null, t(`room.agendaOf.${part}`)),
          )
        ),
      ),
    ),
    h(
      'section',
      { class: 'ready' },
      shows.map((show) => readiness(now, show)),
      planCard(now),
      h('p', { class: 'quiet-text' }, t('room.facilitatedBy', { name: app.name(room.facilitator), n: room.votes })),
    ),
  );
}

function readiness({ f, app }, show) {
  const channel = app.directory.get('channel', show.channel)?.name;
  const about = [channel, show.start && f.day(show.start), show.start && f.time(show.start)];
  const has = [
    ['goals', show.records.count('goal')],
    ['snapshots', Object.keys(show.records.only('latest')?.values ?? {}).length],
    ['minutes', show.series?.minutes ?? 0],
    ['markers', show.records.count('marker')],
    ['questions', show.records.count('question')],
  ];
  return h(
    'div',
    { class: 'card', key: show.id },
    h('h2', null, show.title),
    h('p', { class: 'quiet-text' }, about.filter(Boolean).join(' · ')),
    h(
      'ul',
      { class: 'readiness' },
      has.map(([name, n]) =>
        h(
          'li',
          { key: name, class: n ? 'has' : 'lacks' },
          n ? icon('tick') : h('span', { class: 'icon', 'aria-hidden': 'true' }, '–'),
          t(`room.has.${name}`),
          h('b', null, n ? f.number(n) : t('room.lacking')),
        )
      ),
    ),
    h('a', { class: 'button', href: `/show/${show.id}` }, t('room.toShow')),
  );
}
