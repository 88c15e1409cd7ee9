/**
 * The two requests of an import: one line of JSON, then the file as it is.
 *
 *     address('preview', { log } | { channel })      packed(line, bytes) → the body
 *     const asking = new Asking({ send, told, later })
 *     asking.ask(line)       told({ preview }) or told({ fault, again }) once; what was asked for before is given up:
 *                            the newest answer is the one that is told. After a lost line, and when the server is busy,
 *                            it is asked again by itself.
 *     asking.stop()
 */
export const LARGEST = 20 << 20;
/** How long to wait where nobody says. */
const PATIENCE = 3_000;
const AGAIN = new Set(['offline', 'busy', 'unavailable', 'rate', 'inFlight']);

export const address = (step, where) => `/api/files/${step}?${new URLSearchParams(where)}`;

export const packed = (line, bytes) => new Blob([JSON.stringify(line), '\n', bytes]);

/** After how many milliseconds it makes sense to ask again; null where it does not. */
export const again = ({ code, retryAfter }) => AGAIN.has(code) ? (retryAfter ? retryAfter * 1000 : PATIENCE) : null;

export class Asking {
  #send;
  #told;
  #later;
  #flying = null;
  #timer = null;

  /** `send(line, signal)` asks the server; `later(fn, ms)` schedules and returns what takes it back. */
  constructor({ send, told, later = schedule }) {
    this.#send = send;
    this.#told = told;
    this.#later = later;
  }

  get busy() {
    return this.#flying !== null;
  }

  async ask(line) {
    this.stop();
    const flying = (this.#flying = new AbortController());
    const answer = await this.#send(line, flying.signal).then((preview) => ({ preview }), (fault) => ({ fault }));
    if (this.#flying !== flying) return;
    this.#flying = null;
    const wait = answer.fault ? again(answer.fault) : null;
    if (wait !== null) this.#timer = this.#later(() => this.ask(line), wait);
    this.#told({ ...answer, again: wait !== null });
  }

  stop() {
    this.#timer?.();
    this.#timer = null;
    this.#flying?.abort();
    this.#flying = null;
  }
}

function schedule(fn, ms) {
  const timer = setTimeout(fn, ms);
  return () => clearTimeout(timer);
}
