/**
 * What the server tells of every show and room, never more than three seconds old while the page is in sight: it asks for
 * what has changed every two seconds, and at once when there is a reason to.
 *
 *     const summaries = new Summaries({ changed: () => app.draw() });
 *     summaries.get(id)       a show: `start, end, goals, latest` (its newest numbers), `questions, open`; a room: `phase,
 *                             issues, solutions, promoted`; undefined: not told
 *     summaries.told          whether there was an answer, or none can be had: until then there is nothing to draw
 *     summaries.ask()         now: the connection is back, the directory has changed
 *     summaries.stop()
 *
 * What a summary does not tell is absent, never guessed.
 */
import { api } from '../../core/http.js';
import { Polling } from '../../core/polling.js';

const REFRESH = 2_000;
/** A request that has not been answered by then is lost. */
const PATIENCE = 8_000;

export class Summaries {
  #read;
  #early;
  #polling;
  #known = new Map();
  #at = null;
  told = false;

  /** `early`: a first answer that is on its way already. */
  constructor({ changed, early = null, read = (path) => api(path, { patience: PATIENCE }), ...device }) {
    this.#early = early;
    this.#read = read;
    this.#polling = new Polling({ every: REFRESH, take: () => this.#question(), changed, ...device });
  }

  get(id) {
    return this.#known.get(id);
  }

  ask() {
    this.#polling.ask();
  }

  stop() {
    this.#polling.stop();
  }

  /** Whether anything is different now. What was known stays when there is no answer: the strip tells of the connection. */
  async #question() {
    const first = !this.told;
    try {
      const early = this.#early;
      this.#early = null;
      const answer =
        await (early ?? this.#read(this.#at ? `/api/lobby?since=${encodeURIComponent(this.#at)}` : '/api/lobby'));
      return this.#take(answer) || first;
    } catch {
      return first;
    } finally {
      this.told = true;
    }
  }

  /** Without `since` it is the whole: another node, or a newly started one, keeps a book of its own. */
  #take({ at = null, since, logs }) {
    const whole = since === undefined;
    const before = this.#known.size;
    if (whole) this.#known = new Map();
    for (const { log, kind, head, summary } of logs) this.#known.set(log, { kind, head, ...summary });
    this.#at = at;
    return logs.length > 0 || (whole && before > 0);
  }
}
