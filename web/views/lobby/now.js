/**
 * What is going on: shows on air, reviews that are not closed, and what comes next. One obvious next act each. They stand
 * in one row, of one height however many there are: what begins while somebody looks moves nothing below.
 */
import { running } from '../../ui/clock.js';
import { h } from '../../ui/dom.js';
import { PHASES } from '../../ui/marks.js';
import { t } from '../../ui/words.js';
import { mentionCount, roomPath } from './row.js';
import { stageOf } from './stage.js';

const RECENT = 7 * 86_400_000;

export function nowCards(app, { shows, rooms, summaries }) {
  const now = app.clock.now();
  const live = shows.filter((show) => stageOf(show, summaries.get(show.id), now) === 'live');
  const open = rooms.filter((room) => {
    const phase = summaries.get(room.id)?.phase;
    return phase !== undefined && phase !== 'closed' && now - room.openedAt < RECENT;
  });
  const next = nextShow(shows, summaries, now);
  return h(
    'section',
    { class: 'now', 'aria-label': t('lobby.now'), key: 'now' },
    live.map((show) => liveCard(app, show, summaries.get(show.id))),
    open.map((room) => roomCard(app, room, summaries.get(room.id))),
    next && nextCard(app, next),
    live.length + open.length === 0 && !next && lastCard(app, { shows, rooms, summaries }),
  );
}

/** Nothing goes on: what was reviewed last, or else the show that was last. */
function lastCard(app, { shows, rooms, summaries }) {
  const closed = rooms.find((room) => summaries.get(room.id)?.phase === 'closed');
  const [show] = shows;
  return h(
    'a',
    { key: 'last', class: 'now-card', href: closed ? roomPath(closed, summaries.get(closed.id)) : `/show/${show.id}` },
    h('span', { class: 'quiet-text' }, t('lobby.nothingNow')),
    h('b', null, closed ? closed.title : show.title),
    h('span', { class: 'quiet-text' }, app.f.when(closed ? closed.openedAt : show.startsAt)),
    h(
      'span',
      { class: 'act' },
      t(closed ? 'lobby.toReport' : 'lobby.toLast'),
      closed && mentionCount(summaries.get(closed.id)),
    ),
  );
}

/** The planned show that begins soonest; one that should have begun and has not comes first. */
function nextShow(shows, summaries, now) {
  return shows.filter((show) => stageOf(show, summaries.get(show.id), now) === 'planned')
    .reduce((next, show) => (next && next.startsAt <= show.startsAt ? next : show), null);
}

function nextCard(app, show) {
  return h(
    'a',
    // What is to be prepared: its goals.
    { key: show.id, class: 'now-card', href: `/show/${show.id}#numbers` },
    h('span', { class: 'quiet-text' }, app.f.when(show.startsAt)),
    h('b', null, show.title),
    h('span', { class: 'quiet-text' }, app.directory.get('channel', show.channel)?.name),
    h('span', { class: 'act' }, t('lobby.toShow')),
  );
}

function liveCard(app, show, summary) {
  return h(
    'a',
    { key: show.id, class: 'now-card', href: `/show/${show.id}` },
    h(
      'span',
      { class: 'on-air' },
      t('live'),
      running(() => app.f.offset(Math.floor((app.clock.now() - summary.start) / 1000))),
    ),
    h('b', null, show.title),
    h('span', { class: 'quiet-text' }, app.directory.get('channel', show.channel)?.name),
    h(
      'span',
      { class: 'act' },
      summary.open > 0
        ? t('lobby.openQuestions', { n: summary.open })
        : t(app.may('question.log') ? 'lobby.logQuestions' : 'lobby.seeQuestions'),
    ),
  );
}

function roomCard(app, room, summary) {
  const at = PHASES.indexOf(summary.phase);
  return h(
    'a',
    { key: room.id, class: 'now-card', href: `/room/${room.id}` },
    h(
      'span',
      { class: 'phase-line' },
      h('span', null, t('lobby.reviewing')),
      h('b', null, t(`phase.${summary.phase}`)),
      h(
        'span',
        { class: 'steps', 'aria-hidden': 'true' },
        PHASES.map((phase, n) => h('i', { key: phase, class: n <= at ? 'done' : null })),
      ),
    ),
    h('b', null, room.title),
    h('span', { class: 'quiet-text' }, app.f.when(room.openedAt)),
    h('span', { class: 'act' }, t('lobby.enterRoom'), mentionCount(summary)),
  );
}
