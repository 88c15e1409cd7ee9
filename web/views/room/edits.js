/** What is being changed in the room: whose editor is open, and what stands in the fields of each that was begun. */
import { Choice, Value } from '../../core/source.js';

export class Edits {
  #draw;
  #open = new Choice();
  #begun = new Map();

  constructor(draw) {
    this.#draw = draw;
  }

  /** The issue or solution whose editor is open, or null. */
  get id() {
    return this.#open.key;
  }

  is(id) {
    return this.#open.is(id);
  }

  open(id) {
    this.#open.choose(id);
    this.#draw();
  }

  close() {
    this.open(null);
  }

  /** What stands in the fields of `id`: as `begin()` says to begin with. */
  fields(id, begin) {
    if (!this.#begun.has(id)) this.#begun.set(id, new Value(begin()));
    return this.#begun.get(id).value;
  }

  /** Of the one whose editor is open, once it has been begun. */
  get current() {
    return this.#begun.get(this.id)?.value;
  }

  /** `quietly`: as it is typed, and stands in its field already. */
  change(id, part, { quietly = false } = {}) {
    const fields = this.#begun.get(id);
    fields.value = { ...fields.value, ...part };
    if (!quietly) this.#draw();
  }

  forget(id) {
    this.#begun.delete(id);
  }
}
