/**
 * Which turned cards seem to say the same, as the server finds it: asked for when somebody looks, and again when there are
 * others, with a rest in between: offers that come and go push the cards about. Never more than an offer, and one that was
 * declined is made no more on this device.
 *
 *     alike.pairs         `[{issues: [id, id], likeness, same?}]`, the likest first
 *     alike.offer(id)     the card that seems to say what that one, the younger of the two, says; both stand alone
 *     alike.decline(one, other)
 */
import { Derived, Keyed } from '../../core/derived.js';
import { api } from '../../core/http.js';
import { local } from '../../core/local.js';
import { Value } from '../../core/source.js';
import { byNumber } from './order.js';

const KEPT = 'unlike';
/** The last ones declined. */
const MOST = 500;
/** From an answer to the next question. */
const REST = 5_000;

export class Alike {
  #now;
  #read;
  #kept;
  #time;
  #resting = null;
  #cards;
  #offers;
  /** The pairs that were offered last. */
  #standing = new Set();
  #pairs = new Value([]);
  #declined;
  /** Of which cards the pairs were asked for, and whether the answer is on its way. */
  #asked = null;
  #isAsking = false;
  /** Somebody has looked during the rest. */
  #isMissed = false;
  #isClosed = false;

  constructor(now, { read = api, kept = local, time = globalThis } = {}) {
    this.#now = now;
    this.#time = time;
    this.#read = read;
    this.#kept = kept;
    this.#declined = new Value(declinedIn(kept));
    this.#cards = new Derived(() => now.issues.filter(isTurned).map(({ id, edited }) => `${id} ${edited}`).join());
    this.#offers = new Keyed(() => this.#offered());
  }

  get pairs() {
    const cards = this.#cards.value;
    // Not while the page is being drawn.
    if (this.#asked !== cards) queueMicrotask(() => this.#ask());
    return this.#pairs.value;
  }

  offer(id) {
    return this.#offers.get(id) ?? null;
  }

  /** What stands is offered on while it still seems so, whatever is liker by now: offers do not jump about. */
  #offered() {
    const isStanding = ({ issues }) => this.#standing.has(pairOf(...issues));
    const pairs = [...this.pairs.filter(isStanding), ...this.pairs.filter((pair) => !isStanding(pair))];
    const found = offers(pairs, this.#now, this.#declined.value);
    this.#standing = new Set([...found].map(([id, other]) => pairOf(id, other.id)));
    return found;
  }

  decline(one, other) {
    const declined = [...this.#declined.value, pairOf(one, other)].slice(-MOST);
    this.#kept.setItem(KEPT, JSON.stringify(declined));
    this.#declined.value = declined;
    this.#now.app.draw();
  }

  close() {
    this.#isClosed = true;
    this.#time.clearTimeout(this.#resting);
  }

  /** One question at a time; where there are other cards by then, another. */
  async #ask() {
    const cards = this.#cards.value;
    if (this.#isClosed || this.#isAsking || this.#asked === cards) return;
    if (this.#resting !== null) return void (this.#isMissed = true);
    this.#isAsking = true;
    this.#asked = cards;
    const answer = await this.#read(`/api/alike?log=${this.#now.log}`).catch(() => null);
    if (this.#isClosed) return;
    this.#isAsking = false;
    this.#rest();
    if (!answer) return;
    this.#pairs.value = answer.pairs;
    this.#now.app.draw();
  }

  #rest() {
    this.#resting = this.#time.setTimeout(() => {
      this.#resting = null;
      if (this.#isMissed) this.#ask();
      this.#isMissed = false;
    }, REST);
  }
}

const isTurned = ({ revealed, erased }) => revealed && !erased;
const pairOf = (one, other) => [one, other].sort().join(' ');

/** By the younger card's id; each card is offered once. */
function offers(pairs, now, declined) {
  const tops = new Map(now.tops.map((one) => [one.id, one]));
  const isLoose = (id) => tops.has(id) && isTurned(tops.get(id)) && !now.stack(id);
  const refused = new Set(declined);
  const taken = new Set();
  const found = new Map();
  for (const { issues: [one, other] } of pairs) {
    const isOpen = [one, other].every((id) => !taken.has(id) && isLoose(id)) && !refused.has(pairOf(one, other));
    if (!isOpen) continue;
    taken.add(one).add(other);
    const [older, younger] = [tops.get(one), tops.get(other)].sort(byNumber);
    found.set(younger.id, older);
  }
  return found;
}

function declinedIn(kept) {
  try {
    return JSON.parse(kept.getItem(KEPT) ?? '[]');
  } catch {
    return [];
  }
}
