/**
 * When news is drawn: after a quiet moment at once. Where it pours in, the page rests between two drawings, so that it
 * stays free for whoever types in it.
 *
 *     const pace = new Pace(draw);
 *     pace.hear()               there is news: `draw` is called, now or when the rest is over, once for all of it
 *     pace.drew(begun, ended)   the page has just been drawn, in milliseconds of `time.now`
 */

/** What a drawing takes with layout and painting is a few times its script: it rests as long again and more. */
const TIMES = 8;
const LONGEST = 250;

const DEVICE = { now: () => performance.now(), setTimeout: (run, ms) => setTimeout(run, ms) };

export class Pace {
  #draw;
  #time;
  #restedAt = 0;
  #waiting = false;

  constructor(draw, time = DEVICE) {
    this.#draw = draw;
    this.#time = time;
  }

  hear() {
    const rest = this.#restedAt - this.#time.now();
    if (rest <= 0) return this.#draw();
    if (this.#waiting) return;
    this.#waiting = true;
    this.#time.setTimeout(() => {
      this.#waiting = false;
      this.#draw();
    }, rest);
  }

  drew(begun, ended) {
    this.#restedAt = ended + Math.min(LONGEST, TIMES * (ended - begun));
  }
}
