/**
 * The issues and solutions that are being changed: whose editor is open, and what stands in each that was begun (ui/edit.js).
 * One whose editor is open stands where it stood, whatever becomes of it meanwhile.
 */
import { Choice, Keys } from '../../core/source.js';

export class Edits {
  #draw;
  #open = new Choice();
  /** By id: `{edit, kind, home, last}`: the role in whose lane it stood, and the record as it was last seen. */
  #begun = new Map();
  #keys = new Keys();

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

  /** What is being made of `record`; `make(forgotten)` begins it. */
  of(kind, record, make) {
    const { id } = record;
    this.#keys.read(id);
    if (!this.#begun.has(id)) {
      this.#begun.set(id, { edit: make(() => this.forget(id)), kind, home: record.role, last: record });
    }
    return this.#begun.get(id).edit;
  }

  /** The record of `kind` whose editor is open, in its place, as it was last seen where it is gone; null for none. */
  current(kind, records) {
    const one = this.#begun.get(this.id);
    if (one?.kind !== kind) return null;
    one.last = records.get(kind, this.id) ?? one.last;
    return one.home === undefined ? one.last : { ...one.last, role: one.home };
  }

  forget(id) {
    this.#begun.delete(id);
    this.#keys.touch(id);
  }
}
