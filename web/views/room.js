/**
 * The room: one review, from the first number to the last solution. Everyone sees the phase the facilitator set;
 * whoever wants may look at another station meanwhile and comes back with the next move.
 */
import { h } from '../ui/dom.js';
import { t } from '../ui/words.js';
import { announcements, noticeMove, release } from './room/announce.js';
import { board } from './room/board.js';
import { composer } from './room/composer.js';
import { evidence } from './room/evidence.js';
import { followShows } from './room/following.js';
import { header } from './room/header.js';
import { listen } from './room/keys.js';
import { leftovers } from './room/leftovers.js';
import { linkPosted } from './room/posted.js';
import { look } from './room/look.js';
import { fetchAtFirstTouch, part, without } from './room/parts.js';
import { presence } from './room/presence.js';
import { printing } from './room/printing.js';
import { freshState } from './room/state.js';

export const sheets = ['/css/room.css', '/css/room-data.css'];
export const words = ['terms', 'room'];

export function open(app, { log }) {
  const ui = freshState(app, log);
  const stops = [
    app.connection.follow(log), listen(() => look(app, log, ui)), presence(app, log, ui), linkPosted(app, log),
    fetchAtFirstTouch(app), printing(app, ui),
  ];
  const shows = followShows(app);
  app.f.day(Date.now()); // the first date costs as much as forty cards: it is paid while the network answers

  return {
    title: () => app.records.log(log).only('room')?.title,
    render() {
      const record = app.records.log(log).only('room');
      if (record) noticeMove(ui, record);
      release(ui);
      const now = look(app, log, ui);
      if (!now) return unknown(app, log);
      shows.follow(now);
      return [
        h('main', { class: `room page-${now.page} phase-${now.room.phase}` },
          header(now),
          h('div', { class: 'room-body' },
            h('div', { class: 'room-page', key: now.page, removed: () => ui.unrolled.clear() }, page(now)),
            evidence(now)),
          leftovers(now),
          composer(now)),
        ui.dialog && part(app, 'dialogs')?.(now),
        announcements(ui),
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
  const draw = now.page === 'board' ? board : part(now.app, now.page);
  return draw ? draw(now) : without(now.app, now.page);
}

function unknown(app, log) {
  const { refused } = app.records.log(log);
  if (!refused) return h('main', { class: 'message' }, h('p', { class: 'quiet-text' }, t('loading')));
  return h('main', { class: 'message' }, h('p', null, t('room.missing')), h('a', { class: 'button', href: '/' }, t('room.toLobby')));
}
