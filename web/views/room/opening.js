/** Which issue is open as a sheet, and what is written in it. The address tells it, so that it can be sent to somebody. */
import { Value } from '../../core/source.js';

export class Opening {
  #draw;
  #issue = new Value(null);
  #part = new Value(null);
  #mode = new Value(null);
  #why = new Value(null);
  #asks = new Value(false);

  constructor(draw) {
    this.#draw = draw;
  }

  /** Its id, or null. */
  get issue() {
    return this.#issue.value;
  }

  /** Of a sheet on a phone, the part that was turned to last; null where what is written shows it (sheetparts.js). */
  get part() {
    return this.#part.value;
  }

  /** What is written: 'why', 'way' …, or null where nothing has been said. */
  get mode() {
    return this.#mode.value;
  }

  /** The place of the why that is being reworded, or null. */
  get why() {
    return this.#why.value;
  }

  /** Whether it is asked what becomes of an issue for which nothing was chosen. */
  get asks() {
    return this.#asks.value;
  }

  /** As the address has it. */
  begin({ search }) {
    this.#issue.value = new URLSearchParams(search).get('issue');
  }

  show(issue) {
    if (issue === this.issue) return;
    this.#issue.value = issue;
    this.#why.value = null;
    this.#asks.value = false;
    const { pathname, hash } = location;
    history.replaceState(history.state, '', `${pathname}${issue === null ? '' : `?issue=${issue}`}${hash}`);
    this.#draw();
  }

  close() {
    this.show(null);
  }

  turnTo(part) {
    this.#set(this.#part, part);
  }

  writeIn(mode) {
    this.#part.value = null;
    this.#set(this.#mode, mode);
    requestAnimationFrame(() => document.querySelector('.sheet-composer textarea')?.focus());
  }

  reword(place) {
    this.#set(this.#why, place);
  }

  ask(asks) {
    this.#set(this.#asks, asks);
  }

  #set(value, to) {
    value.value = to;
    this.#draw();
  }
}
