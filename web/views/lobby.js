/** The lobby: what is going on now on top, then the shows of each channel, newest first, with what became of them. */
import { dialog as plainDialog } from '../ui/dialog.js';
import { h } from '../ui/dom.js';
import { icon } from '../ui/icon.js';
import { loadSheet } from '../ui/load.js';
import { byName } from '../ui/order.js';
import { placesBar, placesTabs } from '../ui/places.js';
import { statusDot } from '../ui/status.js';
import { loadWords, refusedLog, t } from '../ui/words.js';
import { ownMenu } from '../ui/ownmenu.js';
import { entry } from './import/entry.js';
import { takeEarlyLobby } from './lobby/early.js';
import { nowCards } from './lobby/now.js';
import { archivedRooms } from './lobby/archived.js';
import { removedShows } from './lobby/removed.js';
import { returns } from './lobby/returns.js';
import { showRow } from './lobby/row.js';
import { startOf } from './lobby/stage.js';
import { Summaries } from './lobby/summaries.js';

export const sheets = ['/css/lobby/now.css', '/css/lobby/channels.css', '/css/ui/places.css'];
export const words = ['lobby'];

const PAGE = 12;
/** Fetched when first opened; by the name of each its title in the words of the lobby. */
const TITLES = {
  schedule: 'schedule',
  review: 'openRoom',
  lists: 'lists',
  remove: 'remove',
  invite: 'invite',
  pair: 'pair',
  members: 'members',
  settings: 'settings',
  reviews: 'reviews',
};
const DIALOGS = {
  schedule: () => import('./lobby/schedule.js'),
  review: () =>
    Promise.all([import('./lobby/review.js'), loadSheet('/css/ui/checks.css'), loadSheet('/css/ui/templates.css')])
      .then(([it]) => it),
  lists: () => import('./lobby/lists.js'),
  remove: () => import('./lobby/removal.js'),
  invite: () => import('./lobby/invite.js'),
  pair: () => import('./lobby/pair.js'),
  members: () => import('./lobby/members.js'),
  settings: () => import('./lobby/settings.js'),
  reviews: () => import('./lobby/reviews.js'),
};

export function open(app) {
  const summaries = new Summaries({ changed: () => app.draw(), early: takeEarlyLobby() });
  let dialog = null;
  let menuOpen = false;
  let begun = false;
  const limits = new Map();
  /** Channels of which something was opened here, the last one first: these are followed in any case. */
  let acted = [];

  const shut = () => ((dialog = null), app.draw());

  /** What was asked for stands at once, and is filled when it has arrived. */
  async function show(name, params = {}) {
    menuOpen = false;
    if (params.channel) acted = [params.channel, ...acted.filter((id) => id !== params.channel)];
    const waiting = (dialog = () =>
      plainDialog(
        { title: t(`lobby.${TITLES[name]}`), key: name, close: shut },
        h('p', { class: 'quiet-text' }, t('loading')),
      ));
    app.draw();
    try {
      const [{ make }] = await Promise.all([DIALOGS[name](), loadWords(['team', 'show'])]);
      if (dialog === waiting) {
        dialog = make(app, {
          ...params,
          summaries,
          turnTo: show,
          close: shut,
          changed: () => summaries.ask(),
        });
      }
    } catch {
      if (dialog === waiting) {
        dialog = () =>
          plainDialog(
            { title: t(`lobby.${TITLES[name]}`), key: name, close: shut },
            h('p', { class: 'error', role: 'alert' }, t('refusal.offline')),
          );
      }
    }
    app.draw();
  }

  /** What is unsaved is shown first: it would stay here, unsent. */
  const bring = entry(app, { target: bringsTo, may: () => app.mayBring('show.import'), done: () => summaries.ask() });

  /** Into the channel that was pressed or dropped on; where that is none, into the only one, or it is asked. */
  function bringsTo({ channel, on }) {
    const channels = app.directory.all('channel').sort(byName).map(({ id }) => id);
    const under = on?.closest?.('.channel')?.dataset.channel;
    return { where: { channel: channel ?? under ?? (channels.length === 1 ? channels[0] : null) }, channels };
  }

  const asking = returns(app);
  const stops = [
    () => summaries.stop(),
    () => asking.stop(),
    () => bring.close(),
    bring.fetchSoon(),
    app.connection.welcomed.on(() => summaries.ask()),
    app.records.changed.on(({ log }) => (log === app.me?.directory || app.listed.reads(log)) && summaries.ask()),
  ];

  function header() {
    const lead = app.me?.lead;
    return h(
      'header',
      { class: 'bar' },
      h('h1', { class: 'grow' }, app.organisation.name),
      placesBar(app, 'lobby'),
      statusDot(app),
      h(
        'button',
        { key: 'search', class: 'quiet', onclick: () => app.search() },
        icon('search'),
        h('span', { class: 'wide' }, t('lobby.search')),
      ),
      // Keyed: a press meant for one must not land on another that took its node when it came.
      lead &&
        h(
          'button',
          { key: 'invite', class: 'quiet', onclick: () => show('invite') },
          icon('link'),
          h('span', { class: 'wide' }, t('lobby.invite')),
        ),
      h(
        'button',
        { key: 'pair', class: 'quiet', onclick: () => show('pair') },
        icon('phone'),
        h('span', { class: 'wide' }, t('lobby.pair')),
      ),
      ownMenu(
        app,
        menuOpen,
        (open) => ((menuOpen = open), app.draw()),
        h('button', { onclick: () => show('reviews') }, icon('chart'), t('lobby.reviews')),
        h('button', { onclick: () => show('members') }, icon('people'), t('lobby.members')),
        app.may('channel.add') &&
          h('button', { key: 'settings', onclick: () => show('settings') }, icon('gear'), t('lobby.settings')),
      ),
    );
  }

  const hasLists = ({ log }) => Boolean(log) && app.records.log(log).count('file') > 0;

  function channelSection(channel, shows, rooms) {
    const limit = limits.get(channel.id) ?? PAGE;
    const may = app.may('show.schedule');
    const shown = shows.slice(0, limit);
    const refused = app.listed.refused(channel.id);
    const isHere = !refused && app.listed.isHere([channel.id]);
    return h(
      'section',
      { key: channel.id, class: 'channel', 'data-channel': channel.id, 'aria-labelledby': `channel-${channel.id}` },
      h(
        'header',
        null,
        h('h2', { id: `channel-${channel.id}` }, channel.name),
        may && hasLists(channel) &&
          h(
            'button',
            { class: 'small quiet', onclick: () => show('lists', { channel: channel.id }) },
            t('lobby.lists'),
          ),
        bring.button({ channel: channel.id }),
        may &&
          h(
            'button',
            { class: 'small', onclick: () => show('schedule', { channel: channel.id }) },
            icon('plus'),
            t('lobby.schedule'),
          ),
      ),
      shows.length === 0 && !isHere &&
        h('p', { class: 'quiet-text none', key: 'coming' }, refused ? refusedLog(refused) : t('loading')),
      shows.length === 0 && isHere &&
        h(
          'p',
          { class: 'quiet-text none', key: 'none' },
          may ? t('lobby.firstWhy') : t('lobby.noShows'),
          may &&
            h(
              'button',
              { class: 'primary', onclick: () => show('schedule', { channel: channel.id }) },
              icon('plus'),
              t('lobby.first'),
            ),
        ),
      h(
        'ul',
        { class: 'shows' },
        shown.map((one) =>
          showRow(app, one, {
            summary: summaries.get(one.id),
            rooms: rooms.filter((room) => room.shows.includes(one.id)),
            summaries,
            review: may && (() => show('review', { channel: channel.id, show: one.id })),
            remove: app.may('show.hide') && (() => show('remove', { show: one.id })),
          })
        ),
      ),
      shows.length > limit &&
        h(
          'button',
          { class: 'quiet small', onclick: () => (limits.set(channel.id, limit + 24), app.draw()) },
          t('lobby.earlier', { n: shows.length - limit }),
        ),
      removedShows(app, app.listed.removed.filter((one) => one.channel === channel.id)),
      archivedRooms(app, channel.id),
    );
  }

  return {
    title: () => app.organisation?.name,
    close() {
      for (const stop of stops) stop();
    },
    render() {
      const { directory } = app;
      // All of it at once: what would come later pushed aside what is being read, or pressed.
      const channels = directory.all('channel').sort(byName);
      const ids = channels.map((channel) => channel.id);
      app.listed.follow([...acted, ...ids]);
      begun ||= Boolean(app.organisation) && summaries.told &&
        (app.listed.isHere(ids) || app.listed.failed || app.connection.state === 'offline');
      if (!begun || (!directory.ready && !app.organisation)) {
        return h(
          'main',
          { key: 'waiting', class: 'message', 'aria-busy': 'true' },
          h('h1', null, t('product')),
          h('p', { class: 'quiet-text' }, t('loading')),
        );
      }
      const at = (show) => startOf(show, summaries.get(show.id));
      const shows = [...app.listed.shows].sort((one, other) => at(other) - at(one));
      // A review of shows that were all removed left with them.
      const removed = new Set(app.listed.removed.map(({ id }) => id));
      const reviewed = app.listed.rooms.filter((room) => !room.shows.every((id) => removed.has(id)));
      const rooms = reviewed.sort((one, other) => other.openedAt - one.openedAt);
      return [
        header(),
        h(
          'main',
          { class: 'lobby' },
          asking.render(),
          shows.length > 0 && nowCards(app, { shows, rooms, summaries }),
          channels.map((channel) => channelSection(channel, shows.filter((one) => one.channel === channel.id), rooms)),
          channels.length === 0 &&
            h(
              'section',
              { class: 'empty' },
              h('p', null, t(app.may('channel.add') ? 'lobby.noChannels' : 'lobby.noChannelsYet')),
              app.may('channel.add') &&
                h('button', { class: 'primary', onclick: () => show('settings') }, icon('plus'), t('lobby.addChannel')),
            ),
          shows.length > 0 && app.me?.lead && alone(directory) &&
            h(
              'p',
              { class: 'quiet-text none', key: 'alone' },
              t('lobby.alone'),
              h('button', { onclick: () => show('invite') }, icon('link'), t('lobby.bringIn')),
            ),
        ),
        placesTabs(app, 'lobby'),
        dialog?.(),
        bring.render(),
      ];
    },
  };
}

/** Whether nobody else has come in yet. */
const alone = (directory) => directory.all('member').filter((member) => member.active).length < 2;
