/**
 * The two requests of an import: one line of JSON, then the file as it is.
 *
 *     address('preview', { log } | { channel })      packed(line, bytes) → the body
 *     const asking = new Asking({ send, told, later })
 *     asking.ask(line)       told({ preview }) or told({ fault, again }) once; what was asked for before is given up:
 *                            the newest answer is the one that is told. When the server is busy it is asked again by
 *                            itself, after a lost line three times: a file that ends its reader does not end it for ever.
 *     asking.stop()
 */
export const LARGEST = 20 << 20;
/** How long to wait where nobody says. */
const PATIENCE = 3_000;
const BUSY = new Set(['busy', 'rate', 'inFlight']);
const LOST = new Set(['offline', 'unavailable']);
/** How often a lost line is asked again, each pause so many times the one before. */
const ATTEMPTS = 3;
const GROWTH = 3;

export const address = (step, where) => `/api/files/${step}?${new URLSearchParams(where)}`;

export const packed = (line, bytes) => new Blob([JSON.stringify(line), '\n', bytes]);

/** Nobody can say what became of it. */
export const isLost = ({ code }) => LOST.has(code);

/** After how many milliseconds it makes sense to ask again, lost `lost` times before; null where it does not. */
export function again({ code, retryAfter }, lost = 0) {
  if (!BUSY.has(code) && !(LOST.has(code) && lost < ATTEMPTS)) return null;
  return retryAfter ? retryAfter * 1000 : LOST.has(code) ? PATIENCE * GROWTH ** lost : PATIENCE;
}

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

  ask(line) {
    return this.#ask(line, 0);
  }

  async #ask(line, lost) {
    this.stop();
    const flying = (this.#flying = new AbortController());
    const answer = await this.#send(line, flying.signal).then((preview) => ({ preview }), (fault) => ({ fault }));
    if (this.#flying !== flying) return;
    this.#flying = null;
    const wait = answer.fault ? again(answer.fault, lost) : null;
    const more = answer.fault && isLost(answer.fault) ? 1 : 0;
    if (wait !== null) this.#timer = this.#later(() => this.#ask(line, lost + more), wait);
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
