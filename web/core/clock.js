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

  /** A server time that was read between `sent` and the present moment of the device's clock. */
  adjust(serverNow, sent = this.#device()) {
    const received = this.#device();
    const trip = Math.max(0, received - sent);
    if (trip > this.#best) return;
    this.#best = trip;
    this.#offset = serverNow - (sent + trip / 2);
  }

  /** Before a new connection: an old offset may be from before the device slept. */
  forget() {
    this.#best = Infinity;
  }
}
