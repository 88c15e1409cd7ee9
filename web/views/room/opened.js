/** Which dialog is open, and what is chosen in it. */
import { Value } from '../../core/source.js';

export class Opened {
  #draw;
  #dialog = new Value(null);
  #times = 0;

  constructor(draw) {
    this.#draw = draw;
  }

  /** `{name, time, …}`, or null. `time` tells it from another that took its place. */
  get dialog() {
    return this.#dialog.value;
  }

  show(dialog) {
    this.#dialog.value = dialog && { ...dialog, time: ++this.#times };
    this.#draw();
  }

  close() {
    this.show(null);
  }

  /** Not when another has taken its place meanwhile. */
  change(part, of = this.dialog) {
    if (of === null || of.time !== this.dialog?.time) return;
    this.#dialog.value = { ...this.dialog, ...part };
    this.#draw();
  }
}
