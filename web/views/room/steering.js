/** What only whoever steers has in the phase line: the time's buttons and the way on. */
import { h } from '../../ui/dom.js';
import { icon } from '../../ui/icon.js';
import { t } from '../../ui/words.js';
import { acts } from './acts.js';
import { stationName } from './announce.js';
import { handingOf } from './handing.js';
import { following, may, preceding } from './phases.js';
import { suggested } from './timing.js';
import { turning } from './turning.js';
import { wayOn } from './wayon.js';

export function steering(now, isOver) {
  const { room, me } = now;
  const back = preceding(room, isOver);
  const next = following(room, isOver);
  const reveals = may.reveal(room, me);
  const isClosed = room.phase === 'closed';
  return h(
    'div',
    { class: 'steering', key: 'steering' },
    handingOf(now).isNew && h('b', { key: 'yours', class: 'label accent yours' }, t('room.yours')),
    !isClosed && timeButtons(now),
    !isClosed && h(
      'button',
      {
        key: 'facilitate',
        class: 'quiet small facilitate',
        'aria-label': t('room.facilitate'),
        onclick: () => now.ui.opened.show({ name: 'facilitate' }),
      },
      icon('gear'),
      h('span', { class: 'wide-only' }, t('room.facilitate')),
    ),
    back && h(
      'button',
      {
        key: 'back',
        class: 'small',
        title: t('room.backTo', { phase: stationName(back) }),
        onclick: () => isClosed ? now.ui.opened.show({ name: 'reopen' }) : acts.move(now, back),
      },
      icon('back'),
      h('span', { class: isClosed ? null : 'wide-only' }, t(isClosed ? 'room.reopen' : 'room.back')),
    ),
    isClosed && archiving(now),
    // The cards are read before they are voted on: turning them is the next act until it is done.
    reveals && turning(now),
    next && !reveals && wayOn(now, next, strideName(next, room)),
  );
}

/** A review that is over leaves the lists, and comes back. */
function archiving({ app, log }) {
  const listed = app.listed.room(log);
  if (!listed || !app.may('room.archive')) return null;
  const archived = !listed.archived;
  return h('button', {
    key: 'archive',
    class: 'small quiet',
    onclick: () => app.submit(app.me.directory, 'room.archive', { room: log, archived }),
  }, t(archived ? 'room.archive' : 'room.unarchive'));
}

/** A stride within the data station goes by its step, any other by its station. */
const strideName = ({ phase, step }, room) => (phase === room.phase ? t(`step.${step}`) : t(`phase.${phase}`));

function timeButtons(now) {
  const { room, records } = now;
  const timer = records.only('timer');
  const button = (key, words, sign, run, look = '') =>
    h('button', { key, class: `quiet small ${look}`, 'aria-label': words, title: words, onclick: run }, sign);
  if (!timer || timer.phase !== room.phase) {
    const minutes = suggested(room, room.phase) || 10;
    const words = t('timer.start', { n: minutes });
    return h('button', {
      key: 'start',
      class: 'quiet small',
      title: words,
      'aria-label': words,
      onclick: () => acts.startTimer(now, minutes),
    }, [
      icon('clock'),
      h('span', { class: 'wide-only', key: 'long' }, words),
      h('span', { class: 'narrow-only', key: 'short' }, t('timer.minutes', { n: minutes })),
    ]);
  }
  const isPaused = timer.deadline === undefined;
  return [
    !timer.over &&
    button(
      'pause',
      t(isPaused ? 'timer.goOn' : 'timer.pause'),
      icon(isPaused ? 'play' : 'pause'),
      () => acts.pauseTimer(now, !isPaused),
    ),
    button('more', t('timer.more'), t('timer.plus'), () => acts.extendTimer(now, 1)),
    // On a phone there is no room for it while the time runs.
    button(
      'stop',
      t('timer.stop'),
      icon('close'),
      () => acts.stopTimer(now),
      isPaused || timer.over ? '' : 'wide-only',
    ),
  ];
}
