/**
 * The time that is left, in the head: by the server's deadline and clock, so that it is the same for everyone. It runs by
 * itself, without the page being drawn again. When it is over that is said once, with a sound unless that is off.
 */
import { Value } from '../../core/source.js';
import { h } from '../../ui/dom.js';
import { t } from '../../ui/words.js';
import { clockOf, timing } from './timing.js';

const MUTED = 'aftershow.muted';

/** Whether the sound is off on this device, and what run was last known to go on. */
export class Timekeeping {
  #muted = new Value(readMuted());
  #draw;
  #running = null;

  constructor(draw) {
    this.#draw = draw;
  }

  get isMuted() {
    return this.#muted.value;
  }

  mute(isMuted) {
    this.#muted.value = isMuted;
    try {
      localStorage.setItem(MUTED, isMuted ? '1' : '');
    } catch {
      // It holds for this page, then.
    }
    this.#draw();
  }

  /** Whether the run that went on when this was last asked is over now. Who comes later, or comes back, is told nothing. */
  hasRunOut(timer, phase) {
    const known = this.#running;
    this.#running = timer && !timer.over && timer.phase === phase ? timer.start : null;
    return timer?.over === true && timer.phase === phase && known === timer.start;
  }
}

function readMuted() {
  try {
    return localStorage.getItem(MUTED) === '1';
  } catch {
    return false;
  }
}

/** To be called at every drawing, before what it says is drawn. */
export function noticeTime(now) {
  const { ui, records, room } = now;
  if (!ui.timekeeping.hasRunOut(records.only('timer'), room.phase)) return;
  ui.announcements.say(t('timer.over'));
  if (!ui.timekeeping.isMuted && !ui.projects) import('./chime.js').then(({ chime }) => chime()).catch(() => {});
}

export function timerPill(now) {
  const { app, ui, records, room } = now;
  const timer = records.only('timer');
  if (!timing(timer, room.phase, app.clock.now())) return null;
  const { isMuted } = ui.timekeeping;
  return h(
    'button',
    {
      key: 'timer',
      class: 'quiet timer',
      'aria-label': t(isMuted ? 'timer.soundOff' : 'timer.soundOn'),
      title: t(isMuted ? 'timer.soundOff' : 'timer.soundOn'),
      'aria-pressed': String(isMuted),
      drawn: (node) => run(node, now),
      removed: (node) => clearTimeout(node.timer),
      onclick: () => ui.timekeeping.mute(!isMuted),
    },
    h('i', { class: 'ring', 'aria-hidden': 'true' }),
    h('b', { role: 'timer', 'aria-label': t('timer.left') }),
  );
}

/** Tells the time now, and again when its next second begins. */
function run(node, now) {
  clearTimeout(node.timer);
  const left = timing(now.records.only('timer'), now.room.phase, now.app.clock.now());
  if (!left) return;
  const isOver = left.state === 'over';
  const clock = clockOf(left.ms, isOver);
  node.dataset.state = left.state;
  node.style.setProperty('--share', left.share);
  node.lastElementChild.textContent = isOver ? t('timer.overBy', { clock }) : clock;
  if (left.state === 'paused') return;
  const past = left.ms % 1000;
  node.timer = setTimeout(() => run(node, now), isOver ? 1000 - past : past || 1000);
}
