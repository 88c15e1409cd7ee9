/** Which question is open, in which of its panels, and what is being made of it; and which was logged here last. */
import { Choice, Value } from '../../core/source.js';

export class Attending {
  #draw;
  #open = new Choice();
  #own = new Choice();
  #mode = new Value(null);
  #edit = null;

  constructor(draw) {
    this.#draw = draw;
  }

  is(id) {
    return this.#open.is(id);
  }

  /** By the key of its record, which is that of the command it was logged with. */
  isOwn(key) {
    return this.#own.is(key);
  }

  /** 'answer', 'promote', 'edit' or 'erase'. */
  get mode() {
    return this.#mode.value;
  }

  open(id, mode = 'answer') {
    this.#open.choose(id);
    this.#mode.value = mode;
    this.#edit = null;
    this.#draw();
  }

  close() {
    this.open(null, null);
  }

  turnTo(mode) {
    this.#mode.value = mode;
    this.#draw();
  }

  logged(key) {
    this.#own.choose(key);
  }

  /** As it was when its panel was opened: what others change meanwhile is not taken for what stands in the fields. */
  edit(make) {
    this.#edit ??= make();
    return this.#edit;
  }
}
