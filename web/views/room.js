/**
 * The room: one review, from the first number to the last solution. Everyone sees the phase the facilitator set;
 * whoever wants may look at another station meanwhile and comes back with the next move.
 */
import { h } from '../ui/dom.js';
import { Later } from '../ui/later.js';
import { refusedLog, t } from '../ui/words.js';
import { noticeMove } from './room/announce.js';
import { board } from './room/board.js';
import { composer } from './room/composer.js';
import { evidence } from './room/evidence.js';
import { followShows } from './room/following.js';
import { header } from './room/header.js';
import { listen } from './room/keys.js';
import { linkPosted } from './room/posted.js';
import { Look } from './room/look.js';
import { presence } from './room/presence.js';
import { printing } from './room/printing.js';
import { RoomState } from './room/state.js';

export const sheets = ['/css/room.css', '/css/room-data.css'];
export const words = ['terms', 'room'];

const parts = new Later({
  prepare: () => import('./room/prepare.js').then((it) => it.preparePage),
  goals: () => import('./room/goals.js').then((it) => it.goalsPage),
  show: () => import('./room/show.js').then((it) => it.showPage),
  comparison: () => import('./room/comparison.js').then((it) => it.comparisonPage),
  solve: () => import('./room/solve.js').then((it) => it.solvePage),
  proposer: () => import('./room/propose.js').then((it) => it.proposer),
  editor: () => import('./room/editor.js').then((it) => it.issueEditor),
  sparkline: () => import('./room/sparkline.js').then((it) => it.sparkline),
  summary: () => import('./room/summary.js').then((it) => it.summaryPage),
  leftovers: () => import('./room/leftovers.js').then((it) => it.leftovers),
  dialogs: () => import('./room/dialogs.js').then((it) => it.dialogs),
});

export function open(app, { log }) {
  const ui = new RoomState(app, log, parts);
  const now = new Look(app, log, ui);
  const stops = [
    app.connection.follow(log),
    listen(now),
    presence(app, log, ui),
    linkPosted(app, log),
    parts.fetchAtFirstTouch(app),
    printing(app, ui),
  ];
  const shows = followShows(app);
  app.f.day(Date.now()); // the first date costs as much as forty cards: it is paid while the network answers

  return {
    title: () => app.records.log(log).only('room')?.title,
    render() {
      if (!now.isHere) return unknown(app, log);
      noticeMove(ui, now.room);
      shows.follow(now);
      return [
        h(
          'main',
          { class: `room page-${now.page} phase-${now.room.phase}` },
          header(now),
          h(
            'div',
            { class: 'room-body' },
            h('div', { class: 'room-page', key: now.page, removed: () => ui.unrolling.forget() }, page(now)),
            evidence(now),
          ),
          app.drafts.about('edit').length > 0 && parts.get(app, 'leftovers')?.(now),
          composer(now),
        ),
        ui.opened.dialog && parts.get(app, 'dialogs')?.(now),
        ui.announcements.draw(),
      ];
    },
    close() {
      for (const stop of stops) stop();
      shows.stop();
      ui.close();
    },
  };
}

function page(now) {
  const draw = now.page === 'board' ? board : parts.get(now.app, now.page);
  return draw ? draw(now) : parts.without(now.app, now.page);
}

function unknown(app, log) {
  const { refused } = app.records.log(log);
  if (!refused) return h('main', { class: 'message' }, h('p', { class: 'quiet-text' }, t('loading')));
  return h(
    'main',
    { class: 'message' },
    h('p', null, refused === 'unreadable' ? refusedLog(refused) : t('room.missing')),
    h('a', { class: 'button', href: '/' }, t('room.toLobby')),
  );
}
