/**
 * The time that is left, in the head: by the server's deadline and clock, so that it is the same for everyone. It runs by
 * itself, without the page being drawn again.
 */
import { h } from '../../ui/dom.js';
import { t } from '../../ui/words.js';
import { clockOf, timing } from './timing.js';

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
