/** The columns of cards: which one a phone shows, which tag sifts them, and what waits outside of each. */
import { Value } from '../../core/source.js';
import { Arrivals } from '../../ui/arrivals.js';
import { LANES } from '../../ui/marks.js';

export class Columns {
  #draw;
  #lane = new Value(null);
  #side = new Value('ranked');
  #tag = new Value(null);
  /** The issues that were there when it was chosen. */
  #sifted = new Set();
  #gates = new Map(LANES.map((role) => [role, new Arrivals()]));
  #admitsUntil = 0;

  constructor(draw) {
    this.#draw = draw;
  }

  /** The lane shown on a phone. */
  get lane() {
    return this.#lane.value;
  }

  /** Of the solve page on a phone: 'ranked' or 'solutions'. */
  get side() {
    return this.#side.value;
  }

  /** The tag whose cards are shown alone. */
  get tag() {
    return this.#tag.value;
  }

  showLane(role) {
    this.#lane.value = role;
    this.#draw();
  }

  showSide(side) {
    this.#side.value = side;
    this.#draw();
  }

  /** The same once more, or null: all of them again. `issues`: what is there. */
  siftBy(tag, issues = []) {
    this.#tag.value = this.#tag.value === tag ? null : tag;
    this.#sifted = new Set(issues.map(({ id }) => id));
    this.#draw();
  }

  /** Whether an issue came after the tag was chosen. */
  isLater(id) {
    return !this.#sifted.has(id);
  }

  /** Where the room goes on, nobody misses a card. */
  siftNoMore() {
    this.#tag.value = null;
  }

  /** New issues of others wait as long as `isHeld()`; else they come in at once. */
  visible(role, issues, isMine, isHeld) {
    const gate = this.#gates.get(role);
    const shown = gate.sift(issues, isMine);
    if (gate.waiting === 0 || (performance.now() >= this.#admitsUntil && isHeld())) return shown;
    gate.admit();
    return gate.sift(issues, isMine);
  }

  waiting(role) {
    return this.#gates.get(role).waiting;
  }

  admit(role) {
    this.#gates.get(role).admit();
    this.#draw();
  }

  admitAll() {
    for (const gate of this.#gates.values()) gate.admit();
  }

  /** Unasked, for so many milliseconds. */
  admitFor(ms) {
    this.#admitsUntil = performance.now() + ms;
  }
}
