/**
 * What is being looked for, and what was found. Pure but for the asking: time and the network are given.
 *
 *     const finding = new Finding({ ask, time, changed })
 *     finding.type('离席')            asked for after a pause; the hits of before stay until others have come
 *     finding.choose('issues')        a group alone, or null for all
 *     finding.more()                  the next page
 *     finding.hits · groups · total · state       state: 'short' | 'asking' | 'found' | 'failed'
 */
/** A search is made when the fingers rest for a moment. */
const PAUSE = 160;
/** Of one character alone too much is found. */
export const SHORTEST = 2;

export class Finding {
  hits = [];
  groups = {};
  total = 0;
  group = null;
  query = '';
  /** What the hits are of. */
  found = '';
  state = 'short';
  error = null;
  #ask;
  #time;
  #changed;
  #timer = null;
  #asked = null;
  #page = 1;

  constructor({ ask, time = globalThis, changed }) {
    this.#ask = ask;
    this.#time = time;
    this.#changed = changed;
  }

  type(query) {
    if (query.trim() === this.query) return;
    this.query = query.trim();
    this.group = null;
    this.#soon();
  }

  choose(group) {
    if (group === this.group) return;
    this.group = group;
    this.#page = 1;
    this.#send();
  }

  /** What comes after `group`, by what there is; null is all of it. */
  next(step) {
    const all = [null, ...Object.keys(this.groups)];
    return all[(all.indexOf(this.group) + step + all.length) % all.length];
  }

  get hasMore() {
    return this.state === 'found' && this.hits.length < this.total;
  }

  more() {
    this.#page += 1;
    this.#send();
  }

  again() {
    this.#send();
  }

  stop() {
    this.#time.clearTimeout(this.#timer);
    this.#asked?.abort();
  }

  #soon() {
    this.stop();
    this.#page = 1;
    if ([...this.query].length < SHORTEST) {
      [this.hits, this.groups, this.total, this.found, this.state] = [[], {}, 0, '', 'short'];
      return this.#changed();
    }
    this.state = 'asking';
    this.#timer = this.#time.setTimeout(() => this.#send(), PAUSE);
    this.#changed();
  }

  async #send() {
    this.stop();
    const asked = (this.#asked = new AbortController());
    const [query, group, page] = [this.query, this.group, this.#page];
    this.state = 'asking';
    this.error = null;
    this.#changed();
    try {
      const answer = await this.#ask({ q: query, ...(group && { group }), page }, asked.signal);
      if (asked.signal.aborted) return;
      const before = page > 1 ? this.hits : [];
      this.hits = [...before, ...answer.hits];
      this.groups = answer.groups;
      this.total = answer.total;
      this.found = query;
      this.state = 'found';
    } catch (error) {
      if (asked.signal.aborted) return;
      this.state = 'failed';
      this.error = error;
    }
    this.#changed();
  }
}
