/** What this device knows of the room's time: whether its sound is off, and whether what ran is over, which is said once. */
import { Value } from '../../core/source.js';
import { t } from '../../ui/words.js';

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
