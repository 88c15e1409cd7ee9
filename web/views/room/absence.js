/** Since when the facilitator has not been seen here. One whose page is loaded anew is not gone. */
import { Value } from '../../core/source.js';

const LONG = 60_000;

export class Absence {
  #draw;
  #time;
  #timer = null;
  #who = null;
  #isLong = new Value(false);

  constructor(draw, time = { setTimeout: (run, ms) => setTimeout(run, ms), clearTimeout: (id) => clearTimeout(id) }) {
    this.#draw = draw;
    this.#time = time;
  }

  get isLong() {
    return this.#isLong.value;
  }

  /** To be called at every drawing: `who` is not here; null: they are, or nobody knows. */
  notice(who) {
    if (who === this.#who) return;
    this.close();
    this.#who = who;
    this.#isLong.value = false;
    if (who !== null) this.#timer = this.#time.setTimeout(() => this.#grow(), LONG);
  }

  #grow() {
    this.#isLong.value = true;
    this.#draw();
  }

  close() {
    this.#time.clearTimeout(this.#timer);
  }
}

/** Who steers, where they are not here as far as is known. */
export function missing({ room, me, present, isLive }) {
  return isLive && room.facilitator !== me.member && !present.has(room.facilitator) ? room.facilitator : null;
}
