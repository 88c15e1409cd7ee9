/**
 * The device's time; a test brings another. Silence is measured by `now`, which nobody sets but which may stand still while
 * the device sleeps; the clock people see is `wall`.
 */
export const DEVICE = {
  now: () => performance.now(),
  wall: () => Date.now(),
  setTimeout: (run, ms) => setTimeout(run, ms),
  clearTimeout: (timer) => clearTimeout(timer),
  setInterval: (run, ms) => setInterval(run, ms),
  clearInterval: (timer) => clearInterval(timer),
};

/** Further than this a device's clock never strays by itself: it was set, or the device slept. */
const SET = 2_000;

export class Steadiness {
  #time;
  /** By how much the wall clock is ahead of the other. */
  #ahead;

  constructor(time) {
    this.#time = time;
    this.#ahead = time.wall() - time.now();
  }

  /** Whether the clock was set, or the device slept, since this was last asked. */
  isLost() {
    const ahead = this.#time.wall() - this.#time.now();
    if (Math.abs(ahead - this.#ahead) < SET) return false;
    this.#ahead = ahead;
    return true;
  }
}
