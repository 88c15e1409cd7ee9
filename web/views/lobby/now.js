/** What is going on: shows on air, reviews that are not closed. One obvious next act each. */
import { running } from '../../ui/clock.js';
import { h } from '../../ui/dom.js';
import { PHASES } from '../../ui/marks.js';
import { t } from '../../ui/words.js';
import { stageOf } from './summary.js';

const RECENT = 7 * 86_400_000;

export function nowCards(app, { shows, rooms, summaries }) {
  const now = app.clock.now();
  const live = shows.filter(show => stageOf(show, summaries.get(show.id), now) === 'live');
  const open = rooms.filter(room => {
    const phase = summaries.get(room.id)?.phase;
    return phase !== undefined && phase !== 'closed' && now - room.openedAt < RECENT;
  });
  if (live.length + open.length === 0) return null;
  return h('section', { class: 'now', 'aria-label': t('lobby.now'), key: 'now' },
    live.map(show => liveCard(app, show, summaries.get(show.id))),
    open.map(room => roomCard(app, room, summaries.get(room.id))));
}

function liveCard(app, show, summary) {
  return h('a', { key: show.id, class: 'now-card', href: `/show/${show.id}` },
    h('span', { class: 'on-air' }, t('live'), running(() => app.f.offset(Math.floor((app.clock.now() - summary.start) / 1000)))),
    h('b', null, show.title),
    h('span', { class: 'quiet-text' }, app.directory.get('channel', show.channel)?.name),
    h('span', { class: 'act' }, summary.open > 0 ? t('lobby.openQuestions', { n: summary.open }) : t('lobby.logQuestions')));
}

function roomCard(app, room, summary) {
  const at = PHASES.indexOf(summary.phase);
  return h('a', { key: room.id, class: 'now-card', href: `/room/${room.id}` },
    h('span', { class: 'phase-line' }, h('span', null, t('lobby.reviewing')), h('b', null, t(`phase.${summary.phase}`)),
      h('span', { class: 'steps', 'aria-hidden': 'true' }, PHASES.map((phase, n) => h('i', { key: phase, class: n <= at ? 'done' : null })))),
    h('b', null, room.title),
    h('span', { class: 'quiet-text' }, app.f.when(room.openedAt)),
    h('span', { class: 'act' }, t('lobby.enterRoom')));
}
