/**
 * The room as it stood, stop by stop: read when one is looked at, one at a time and the newest wish first, and kept for a
 * while.
 *
 *     stops.want(seq)    stops.shown   `{ seq, at, records }` of the last that was read; null before the first
 *     stops.failed       why the wanted one could not be read
 */
import { api } from '../../core/http.js';

const KEPT = 40;

export class Stops {
  #log;
  #draw;
  #read;
  #kept = new Map();
  #wanted = null;
  #isAsking = false;
  shown = null;
  failed = null;

  constructor(log, draw, { read = api } = {}) {
    this.#log = log;
    this.#draw = draw;
    this.#read = read;
  }

  want(seq) {
    if (seq === this.#wanted && !this.failed) return;
    this.#wanted = seq;
    this.failed = null;
    const kept = this.#kept.get(seq);
    if (kept) this.shown = kept;
    else this.#ask();
  }

  again() {
    this.failed = null;
    this.#ask();
  }

  async #ask() {
    if (this.#isAsking) return;
    this.#isAsking = true;
    const seq = this.#wanted;
    try {
      this.#keep(seq, await this.#read(`/api/replay?log=${this.#log}&at=${seq}`));
    } catch (refused) {
      this.failed = refused;
    }
    this.#isAsking = false;
    if (this.#wanted !== seq) this.want(this.#takeWanted());
    this.#draw();
  }

  #takeWanted() {
    const seq = this.#wanted;
    this.#wanted = null;
    return seq;
  }

  #keep(seq, stop) {
    this.#kept.set(seq, stop);
    if (this.#kept.size > KEPT) this.#kept.delete(this.#kept.keys().next().value);
    this.shown = stop;
  }

  close() {
    this.#draw = () => {};
  }
}
