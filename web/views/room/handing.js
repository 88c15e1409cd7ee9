/** Whoever steers from now on is told so: aloud, and for a while in the line of the phase. */
import { Value } from '../../core/source.js';
import { t } from '../../ui/words.js';

const LASTS = 15_000;

export const handingOf = ({ app, room, ui }) =>
  ui.kept('handing', () => new Handing(room.facilitator, () => app.draw()));

export class Handing {
  #known;
  #draw;
  #isNew = new Value(false);
  #timer = null;

  constructor(known, draw) {
    this.#known = known;
    this.#draw = draw;
  }

  /** Whether that is to be said. */
  get isNew() {
    return this.#isNew.value;
  }

  /** Whether `facilitator` is `member`, and was not when this was last asked. */
  comesTo(member, facilitator) {
    if (facilitator === this.#known) return false;
    this.#known = facilitator;
    clearTimeout(this.#timer);
    this.#isNew.value = facilitator === member;
    if (facilitator !== member) return false;
    this.#timer = setTimeout(() => {
      this.#isNew.value = false;
      this.#draw();
    }, LASTS);
    return true;
  }

  close() {
    clearTimeout(this.#timer);
  }
}

/** To be called at every drawing. */
export function noticeHanding(now) {
  if (handingOf(now).comesTo(now.me.member, now.room.facilitator)) now.ui.announcements.say(t('room.yours'));
}
