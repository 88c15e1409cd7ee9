/** Before the review: what will be looked at, and whether its numbers are there. */
import { h } from '../../ui/dom.js';
import { icon } from '../../ui/icon.js';
import { t } from '../../ui/words.js';

export function preparePage(now) {
  const { shows, room, app } = now;
  return h('div', { class: 'prepare' },
    h('section', { class: 'card' }, h('h2', null, t('room.agenda')), h('ol', { class: 'agenda' },
      ['goals', 'show', 'comparison', 'collect', 'vote', 'solve'].map(part =>
        h('li', null, h('b', null, t(['collect', 'vote', 'solve'].includes(part) ? `phase.${part}` : `step.${part}`)), h('span', null, t(`room.agendaOf.${part}`)))))),
    h('section', { class: 'ready' }, shows.map(show => readiness(now, show)),
      h('p', { class: 'quiet-text' }, t('room.facilitatedBy', { name: app.name(room.facilitator), n: room.votes }))));
}

function readiness({ f, app }, show) {
  const has = [
    ['goals', show.records.count('goal')],
    ['snapshots', show.records.count('snapshot')],
    ['minutes', show.series?.minutes ?? 0],
    ['markers', show.records.count('marker')],
    ['questions', show.records.count('question')],
  ];
  return h('div', { class: 'card', key: show.id },
    h('h2', null, show.title), h('p', { class: 'quiet-text' },
      [app.directory.get('channel', show.channel)?.name, show.start && f.day(show.start), show.start && f.time(show.start)].filter(Boolean).join(' · ')),
    h('ul', { class: 'readiness' }, has.map(([name, n]) =>
      h('li', { class: n ? 'has' : 'lacks' }, n ? icon('tick') : h('span', { class: 'icon', 'aria-hidden': 'true' }, '–'),
        t(`room.has.${name}`), h('b', null, n ? f.number(n) : t('room.lacking'))))),
    h('a', { class: 'button', href: `/show/${show.id}` }, t('room.toShow')));
}
