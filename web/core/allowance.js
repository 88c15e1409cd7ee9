/**
 * How much the server lets a client say, as its welcome tells: `rate` frames a second, at most `burst` of them saved up.
 * The page keeps within it, so that nothing it says is refused for being too fast.
 *
 *     allowance.take()       whether one more may be said now; it is counted
 *     allowance.wait()       ms until one may
 *     allowance.spend(n)     n were said that cannot wait
 *     allowance.drain()      the server says that nothing is left: another tab of the same member has said much
 */

/** Kept back for what cannot wait: pings, presence, a room that is opened. */
const RESERVE = 10;

export class Allowance {
  #rate;
  #most;
  #left;
  #filled;
  #now;

  constructor({ rate = 20, burst = 60 } = {}, now) {
    this.#rate = rate;
    this.#most = Math.max(1, burst - Math.min(RESERVE, burst / 6));
    this.#left = this.#most;
    this.#now = now;
    this.#filled = now();
  }

  take() {
    this.#fill();
    if (this.#left < 1) return false;
    this.#left -= 1;
    return true;
  }

  wait() {
    this.#fill();
    return Math.max(0, Math.ceil(((1 - this.#left) * 1000) / this.#rate));
  }

  spend(n) {
    this.#fill();
    this.#left -= n;
  }

  drain() {
    this.#fill();
    this.#left = Math.min(0, this.#left);
  }

  #fill() {
    const now = this.#now();
    // A clock that was set back gives nothing, and goes on from there.
    this.#left = Math.min(this.#most, this.#left + (Math.max(0, now - this.#filled) * this.#rate) / 1000);
    this.#filled = now;
  }
}
