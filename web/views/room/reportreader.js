/**
 * The report of this room as the server tells it: read when its page is open, and again when something of what it is made of
 * has changed. What was read last stays while nothing newer can be had.
 *
 *     reader.want(state)    `state` says what the report is made of, as it is now
 *     reader.report · reader.failed · reader.readAt
 */
import { api } from '../../core/http.js';

export class ReportReader {
  #log;
  #draw;
  #read;
  #wanted = null;
  #had = null;
  #isAsking = false;
  report = null;
  failed = null;
  readAt = null;

  constructor(log, draw, { read = api } = {}) {
    this.#log = log;
    this.#draw = draw;
    this.#read = read;
  }

  want(state) {
    if (state === this.#wanted) return;
    this.#wanted = state;
    this.ask();
  }

  async ask() {
    if (this.#isAsking) return;
    this.#isAsking = true;
    const wanted = this.#wanted;
    try {
      this.report = await this.#read(`/api/report?log=${this.#log}`);
      this.failed = null;
      this.readAt = Date.now();
    } catch (refused) {
      this.failed = refused;
    }
    this.#had = wanted;
    this.#isAsking = false;
    if (this.#wanted !== this.#had && !this.failed) this.ask();
    this.#draw();
  }

  close() {
    this.#draw = () => {};
  }
}
