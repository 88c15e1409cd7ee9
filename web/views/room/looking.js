/**
 * Where one looks: at the room's own station, or for a while at another. A move of the phase, or the turning of the cards,
 * ends that. Whoever writes in an editor at that moment stays until it is closed.
 */
import { Value } from '../../core/source.js';
import { pageOf } from './phases.js';

export class Looking {
  #draw;
  #at = new Value(null);
  #isHeld = new Value(false);
  /** What was last drawn, `{at, turned}`, and its station, `{phase, step}`. */
  #seen = null;
  #station = null;
  #tracked = null;

  constructor(draw) {
    this.#draw = draw;
  }

  /** The station looked at, `{phase, step?}`; null where the room is. */
  get at() {
    return this.#at.value;
  }

  /** The room has moved on while an editor is open. */
  get isHeld() {
    return this.#isHeld.value;
  }

  lookAt(station) {
    this.#at.value = station;
    this.#draw();
  }

  /** What is new of `room` since it was last drawn, `{moved, turned}`, or null. `writes()`: whether one is in an editor. */
  notice(room, writes) {
    const before = this.#seen;
    const at = `${room.phase} ${room.step ?? ''}`;
    const turned = room.revealed === true;
    const news = { moved: before !== null && before.at !== at, turned: before !== null && turned && !before.turned };
    if (before !== null && !news.moved && !news.turned) return null;
    const here = this.#at.value ?? this.#station;
    const stays = here !== null && writes() && pageOf(here) !== pageOf(room);
    this.#seen = { at, turned };
    this.#station = { phase: room.phase, step: room.step };
    this.#at.value = stays ? here : null;
    this.#isHeld.value = stays;
    return news;
  }

  /** The editor that kept its writer behind is closed: off to where everyone is. */
  release() {
    if (!this.#isHeld.value) return;
    this.#isHeld.value = false;
    this.#at.value = null;
  }

  /** Whether `phase` is to be brought into sight: once, when it has become the present one. */
  track(phase) {
    const isNew = this.#tracked !== phase;
    this.#tracked = phase;
    return isNew;
  }
}
