/** What one points at in the numbers: a show, a minute of its curve, a second line, what was asked then. */
import { Value } from '../../core/source.js';

export class Pointing {
  #draw;
  #show = new Value(null);
  #minute = new Value(null);
  #hovered = new Value(null);
  #column = new Value(null);
  #asked = new Value(null);
  #span = new Value(null);
  #isOpen = new Value(false);

  constructor(draw) {
    this.#draw = draw;
  }

  /** The log of the show looked at; null: the latest. */
  get show() {
    return this.#show.value;
  }

  /** The offset pointed at: a card's, a peak's. */
  get minute() {
    return this.#minute.value;
  }

  /** The offset under the pointer, else the one pointed at; null for none. */
  get offset() {
    return this.#hovered.value ?? this.#minute.value;
  }

  /** The second line of the curve: its place among the columns. */
  get column() {
    return this.#column.value;
  }

  /** The bar of questions that is open. */
  get asked() {
    return this.#asked.value;
  }

  /** The part of the curve that is in sight: `{from, to, left, width}`. */
  get span() {
    return this.#span.value;
  }

  /** The drawer of evidence, on a phone. */
  get isOpen() {
    return this.#isOpen.value;
  }

  turnTo(show) {
    this.#show.value = show;
    for (const of of [this.#minute, this.#hovered, this.#asked, this.#span]) of.value = null;
    this.#draw();
  }

  pointAt(minute) {
    this.#set(this.#minute, minute);
  }

  hover(offset) {
    this.#set(this.#hovered, offset);
  }

  compareWith(column) {
    this.#set(this.#column, column);
  }

  ask(bar) {
    this.#set(this.#asked, bar);
  }

  move(span) {
    const before = this.#span.value;
    if (!before || Object.keys(span).some((name) => before[name] !== span[name])) this.#set(this.#span, span);
  }

  open(isOpen) {
    this.#set(this.#isOpen, isOpen);
  }

  #set(value, to) {
    if (value.value === to) return;
    value.value = to;
    this.#draw();
  }
}
