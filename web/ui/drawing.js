/**
 * When the page is drawn: once a frame, however often it was asked for; where news pours in, at a pace (pace.js). What a
 * drawing that threw has left is not to be trusted: the page is drawn once more from nothing.
 *
 *     const drawing = new Drawing(root, { page, broken })   each gives the page's vnodes; `page` null while there is none
 *     drawing.soon() · drawing.now()     `now`: before paper is printed, which waits for nothing
 *     drawing.hear()                     there is news
 *     drawing.mended                     a drawing has thrown and the page was drawn anew: the strip says so
 */
import { patch, wipe } from './dom.js';
import { Pace } from './pace.js';

export class Drawing {
  #root;
  #page;
  #broken;
  #isFirst = true;
  #isAsked = false;
  #pace = new Pace(() => this.soon());
  mended = false;

  constructor(root, { page, broken }) {
    this.#root = root;
    this.#page = page;
    this.#broken = broken;
  }

  hear() {
    this.#pace.hear();
  }

  soon() {
    if (this.#isAsked) return;
    this.#isAsked = true;
    const run = () => this.#isAsked && this.now();
    // A hidden page gets no frames, and must still be right when it is looked at.
    document.hidden ? setTimeout(run, 50) : requestAnimationFrame(run);
  }

  now() {
    this.#isAsked = false;
    const begun = performance.now();
    try {
      this.#paint(this.#page());
    } catch (error) {
      this.#mend(error);
    }
    this.#pace.drew(begun, performance.now());
  }

  #paint(vnodes) {
    if (vnodes === null) return;
    // What stood here while the scripts were on their way (index.html).
    if (this.#isFirst) this.#root.replaceChildren();
    this.#isFirst = false;
    patch(this.#root, vnodes);
  }

  #mend(error) {
    reportError(error);
    this.mended = true;
    try {
      wipe(this.#root);
      this.#paint(this.#page());
    } catch {
      wipe(this.#root);
      this.#paint(this.#broken());
    }
  }
}
