/**
 * A long column stands at once where it is looked at, and grows to its whole length in the drawings that follow: a
 * thousand cards made in one go would keep the page from answering for a second.
 */
/** As many cards as a column shows without being moved; and by how many it grows. */
const FIRST = 5;
const STEP = 8;
/** Until the first sight is on the screen: to bring it there takes the same processor. */
const PAUSE = 100;

export class Unrolling {
  #draw;
  #lengths = new Map();

  constructor(draw) {
    this.#draw = draw;
  }

  /** As much of `cards` as column `name` shows by now. */
  shown(name, cards) {
    const length = this.#lengths.get(name) ?? FIRST;
    // A whole column takes a few more at once: a card just written must not vanish for a moment.
    const whole = cards.length <= length;
    const isFirst = !this.#lengths.has(name);
    this.#lengths.set(name, whole ? cards.length + STEP : length + STEP);
    if (whole) return cards;
    if (isFirst) setTimeout(this.#draw, PAUSE);
    else this.#draw();
    return cards.slice(0, length);
  }

  /** Every column its whole length at once. */
  finish() {
    for (const name of this.#lengths.keys()) this.#lengths.set(name, Infinity);
  }

  /** They are out of sight. */
  forget() {
    this.#lengths.clear();
  }
}
