/**
 * The room: one review, from the first number to the last solution. Everyone sees the phase the facilitator set;
 * whoever wants may look at another station meanwhile and comes back with the next move.
 */
import { h } from '../ui/dom.js';
import { Later } from '../ui/later.js';
import { refusedLog, t } from '../ui/words.js';
import { noticeMove } from './room/announce.js';
import { board } from './room/board.js';
import { begin, composer } from './room/composer.js';
import { evidence } from './room/evidence.js';
import { followShows } from './room/following.js';
import { header } from './room/header.js';
import { listen } from './room/keyboard.js';
import { linkPosted } from './room/posted.js';
import { Look } from './room/look.js';
import { isLed, phaseLine } from './room/phaseline.js';
import { may } from './room/phases.js';
import { presence } from './room/presence.js';
import { printing } from './room/printing.js';
import { RoomState } from './room/state.js';
import { noticeTime } from './room/timekeeping.js';

export const sheets = [
  '/css/room/frame.css',
  '/css/room/phaseline.css',
  '/css/room/board.css',
  '/css/room/cards.css',
  '/css/room/composer.css',
  '/css/room/evidence.css',
];
export const words = ['metrics', 'room'];

const DATA = { sheets: ['/css/room/data.css', '/css/room/curve.css'], words: ['live', 'formulas', 'room.data'] };
const EDITING = {
  sheets: ['/css/room/dialogs.css', '/css/room/solving.css', '/css/ui/rich.css', '/css/room/agreed.css'],
  words: ['entries', 'erasing', 'room.solving', 'room.dialogs', 'room.agreed'],
};

/** What the first sight of a room does without. */
export const later = {
  prepare: {
    load: () => import('./room/prepare.js').then((it) => it.preparePage),
    ...DATA,
    words: [...DATA.words, 'room.agreed', 'room.dialogs'],
    sheets: ['/css/room/summary.css', '/css/room/agreed.css', '/css/room/data.css', '/css/room/plan.css'],
  },
  goals: {
    load: () => import('./room/goals.js').then((it) => it.goalsPage),
    ...DATA,
    words: [...DATA.words, 'room.dialogs'],
  },
  show: { load: () => import('./room/show.js').then((it) => it.showPage), ...DATA },
  comparison: { load: () => import('./room/comparison.js').then((it) => it.comparisonPage), ...DATA },
  sparkline: {
    load: () => import('./room/sparkline.js').then((it) => it.sparkline),
    sheets: ['/css/room/spark.css'],
    words: ['live'],
  },
  sheet: {
    load: () => import('./room/sheet.js').then((it) => it.sheet),
    sheets: [...EDITING.sheets, '/css/room/sheet.css', '/css/room/sheetcomposer.css', '/css/room/spark.css'],
    words: [...EDITING.words, 'live', 'room.sheet', 'room.steering'],
  },
  solve: { load: () => import('./room/solve.js').then((it) => it.solvePage), ...EDITING },
  keys: { load: () => import('./room/keys.js').then((it) => it.act) },
  stack: { load: () => import('./room/stack.js').then((it) => it.stack), sheets: ['/css/ui/stacks.css'] },
  likely: {
    load: () => import('./room/likely.js').then((it) => it.likely),
    sheets: ['/css/ui/stacks.css'],
    words: ['room.dialogs'],
  },
  groupcards: {
    load: () => import('./room/groupcards.js').then((it) => it.groupCards),
    sheets: ['/css/ui/stacks.css'],
  },
  dragging: { load: () => import('./room/dragging.js'), sheets: ['/css/room/hands.css'] },
  pressing: { load: () => import('./room/pressing.js'), sheets: ['/css/room/hands.css'] },
  leftovers: { load: () => import('./room/leftovers.js').then((it) => it.leftovers), ...EDITING },
  stuck: { load: () => import('./room/stuck.js').then((it) => it.stuck), ...EDITING },
  proposer: { load: () => import('./room/propose.js').then((it) => it.proposer), ...EDITING },
  summary: {
    load: () => import('./room/summary.js').then((it) => it.summaryPage),
    sheets: [...EDITING.sheets, '/css/ui/report.css', '/css/room/reportaside.css'],
    words: [...EDITING.words, 'room.data', 'report', 'team', 'acts', 'activity'],
  },
  editor: { load: () => import('./room/editor.js').then((it) => it.issueEditor), ...EDITING },
  undo: {
    load: () => import('./room/undobar.js'),
    sheets: ['/css/ui/undo.css'],
    words: ['room.dialogs'],
  },
  projector: {
    load: () => import('./room/projector.js').then((it) => it.projector),
    sheets: [...EDITING.sheets, '/css/room/sheet.css', '/css/room/spark.css', '/css/room/projector.css'],
    words: [...EDITING.words, 'live', 'room.sheet', 'room.projector', 'room.steering'],
  },
  steering: {
    load: () => import('./room/steering.js').then((it) => it.steering),
    sheets: ['/css/room/steering.css'],
    words: ['room.steering'],
  },
  asked: { load: () => import('./room/asked.js').then((it) => it.askedOf) },
  timer: { load: () => import('./room/timer.js').then((it) => it.timerPill), words: ['room.steering'] },
  cardacts: { load: () => import('./room/cardacts.js') },
  taking: { load: () => import('./room/taking.js').then((it) => it.taking), words: ['room.steering'] },
  focus: { load: () => import('./room/focus.js'), words: ['room.steering'] },
  unmasking: { load: () => import('./room/unmasking.js').then((it) => it.unmasking), words: ['room.anonymous'] },
  asking: { load: () => import('./room/asking.js'), words: ['room.kinds'] },
  paper: { load: () => import('./room/printing.js').then((it) => it.printing), sheets: ['/css/room/paper.css'] },
  discussion: {
    load: () => import('./room/discussion.js').then((it) => it.discussion),
    sheets: ['/css/ui/talk.css', '/css/ui/rich.css'],
    words: ['room.talk', 'erasing'],
  },
  commenting: {
    load: () => import('./room/commenting.js').then((it) => it.commentField),
    sheets: ['/css/ui/talk.css'],
    words: ['room.talk'],
  },
  dialogs: {
    load: () => import('./room/dialogs.js').then((it) => it.dialogs),
    sheets: [...EDITING.sheets, '/css/ui/deeds.css'],
    words: [...EDITING.words, 'acts', 'activity', 'room.steering'],
  },
};
const parts = new Later(later);

export function open(app, { log }) {
  const ui = new RoomState(app, log, parts);
  const now = new Look(app, log, ui);
  const stops = [
    app.connection.follow(log),
    listen(now),
    presence(app, log, ui),
    linkPosted(app, log),
    parts.fetchSoon(app),
    printing(app, ui),
  ];
  const shows = followShows(app);
  ui.sheet.begin(location);
  app.f.day(Date.now()); // the first date costs as much as forty cards: it is paid while the network answers

  return {
    title: () => app.records.log(log).only('room')?.title,
    render() {
      if (!now.isHere) return unknown(app, log);
      noticeMove(ui, now.room);
      noticeTime(now);
      shows.follow(now);
      if (ui.projects) return parts.get(app, 'projector')?.(now) ?? parts.without(app, 'projector');
      if (isLed(now) || parts.isHere('focus')) parts.get(app, 'focus')?.noticeFocus(now);
      return [
        h(
          'main',
          { class: `room page-${now.page} phase-${now.room.phase} ${ui.sheet.issue === null ? '' : 'has-sheet'}` },
          header(now),
          phaseLine(now, undone(now)),
          h(
            'div',
            { class: 'room-body' },
            h(
              'div',
              { class: 'room-page', key: now.page, removed: () => ui.unrolling.forget(), ...pressed(now) },
              page(now),
            ),
            sheet(now) ?? evidence(now),
          ),
          app.drafts.about('edit').length > 0 && parts.get(app, 'leftovers')?.(now),
          composer(now),
        ),
        ui.opened.dialog && parts.get(app, 'dialogs')?.(now),
        ui.announcements.draw(),
      ];
    },
    held: () => ui.keptBy('discussions')?.held ?? [],
    compose() {
      if (!now.isHere || ui.projects || !may.post(now.room, now.me)) return null;
      return (words) => begin(now, { words });
    },
    close() {
      for (const stop of stops) stop();
      shows.stop();
      ui.close();
    },
  };
}

/** An issue that is opened, in place of the evidence; which stands there until the sheet has come. */
function sheet(now) {
  return now.ui.sheet.issue === null ? null : parts.get(now.app, 'sheet')?.(now, undone(now));
}

/** What was just done and can be taken back. */
const undone = (now) => parts.isHere('undo') ? parts.get(now.app, 'undo').undoBar(now) : null;

/** What a finger began, until it is lifted. */
let resting = null;

/** A finger that rests on a card opens its menu, as soon as what that takes is here. */
function pressed(now) {
  const hands = (name) => (event) => {
    if (name !== 'move') resting = null;
    parts.get(now.app, 'pressing')?.[name](now, event);
  };
  return {
    onpointerdown: (event) => {
      resting = event;
      parts.whenHere(now.app, 'pressing').then((it) => resting === event && it?.down(now, event));
    },
    onpointermove: hands('move'),
    onpointerup: hands('up'),
    onpointercancel: hands('up'),
    ontouchend: hands('lift'),
    oncontextmenu: hands('menu'),
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
