/** How long to wait before the next line: longer from one attempt to the next, and what the server asks for. */
const LONGEST = 30_000;
/** A server that says these has enough to do: nobody is back within five seconds. */
const DELAYED_CODES = new Set([4000, 4009, 4013, 4029]);

/** Full jitter: anywhere between now and the doubled wait, at most 30 s. */
export function backoff(attempt, random = Math.random) {
  return Math.round(random() * Math.min(LONGEST, 500 * 2 ** Math.min(attempt, 10)));
}

export class Backoff {
  #random;
  #attempt = 0;
  #advised = null;

  constructor(random) {
    this.#random = random;
  }

  /** The server has said when to come back, or nothing of it. */
  advise(after = null) {
    this.#advised = after;
  }

  reset() {
    this.#attempt = 0;
    this.#advised = null;
  }

  /** In ms, after a line that was closed with `code`. */
  next(code) {
    let wait = backoff(this.#attempt++, this.#random);
    if (this.#advised !== null) wait = this.#advised + Math.round(this.#random() * 1000);
    else if (DELAYED_CODES.has(code)) wait = 5000 + backoff(this.#attempt, this.#random);
    this.#advised = null;
    return wait;
  }
}
