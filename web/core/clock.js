/**
 * The server's clock as seen from here. `welcome` gives a first offset, each `pong` a better one when its round trip
 * was shorter. Everything that is shown running (a show's time, a deadline) reads `now()`, never the device's clock.
 */
export class Clock {
  #device;
  #offset = 0;
  #best = Infinity;

  constructor(device = Date.now) {
    this.#device = device;
  }

  now() {
    return this.#device() + this.#offset;
  }

  /**
   * A server time that has just come; `trip`: how many ms ago it was asked for, by a clock that nobody sets. One of which
   * that is not known serves until a better one comes.
   */
  adjust(serverNow, trip) {
    if ((trip ?? Infinity) > this.#best) return;
    this.#best = trip ?? Infinity;
    this.#offset = serverNow + (trip ?? 0) / 2 - this.#device();
  }

  /** Before a new connection, or when the device's clock was set: an old offset may be from before the device slept. */
  forget() {
    this.#best = Infinity;
  }
}
