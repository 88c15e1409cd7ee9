/**
 * What a member has submitted and the server has not yet answered. It is theirs, survives reload and network loss
 * (`storage`), and is resent unchanged, in order, until each item is acknowledged or refused.
 *
 *     const item = outbox.submit({ log, op, args, on?, occurredAt?, note?, writer?, about?, undo? });
 *     item.state      'saving' (on its way) · 'waiting' (offline) · 'refused' (item.code, item.detail)
 *     item.held       'older': it is saved when an older server has gone · 'unreadable': when its log can be read again
 *     await item.answer   → { saved: true, seq, undo? } or { saved: false, code, message, detail }
 *     outbox.items(log?)  what is unanswered or refused, oldest first: draw these as ghost cards
 *     outbox.retry(id) · outbox.dismiss(id)   for refused items
 *     outbox.drop(id)     any item: what is on its way may still be saved
 *     outbox.changed.on(…) · outbox.counts → { unsaved, refused }
 *
 * `undo`: asks what takes it back, `{op, args}`, which comes with the answer where there is such a thing; after a reload it
 * does not.
 * `note` is anything the view wants back with the item (kept beside it, not sent); `writer` is the member's name, for
 * whoever finds the words later; `about` the number of the record it names, for when that is not here. `slot` names an absolute setting (a vote on one card): a later item in the slot takes
 * the place of one that has not been sent yet.
 * The connection drives the rest: `opened`, `closed`, `ack`, `nack`.
 */
import { steers } from './acts.js';
import { frameOf, SENT_FIELDS } from './commandframe.js';
import { Signal } from './signal.js';
import { uuid7 } from './uuid7.js';
import { wellFormed } from './wellformed.js';

const KEPT_FIELDS = SENT_FIELDS.concat('member writer about note slot state code message detail suspected'.split(' '));
/** How long to wait where the server does not say. */
const PATIENCE = 250;
/** How long what waits for an older server to go rests, and how long a log that cannot be read. */
const HOLD = 5_000;
const UNREADABLE = 60_000;
/** How long a line may be gone until what steers a room is not sent any more. */
const MOMENT = 10_000;
/** Closings for something that was sent: a frame that was not understood, a message too big. */
const BLAMING = new Set([4000, 4013]);

export class Outbox {
  #storage;
  #uuid;
  #later;
  #now;
  #cutAt = 0;
  #items = new Map();
  #answers = new Map();
  #member = null;
  #wire = null;
  #pauses = 0;
  /** How often a log has asked for patience in a row. */
  #retries = new Map();
  /** Ids and logs that are not sent just now, though others are. */
  #resting = new Set();
  #mine = new Set();
  changed = new Signal();
  saved = new Signal();

  /** `later(fn, ms)` schedules; `storage` is one of storage.js. */
  constructor({ storage, uuid = uuid7, later = (fn, ms) => setTimeout(fn, ms), now = Date.now }) {
    this.#storage = storage;
    this.#uuid = uuid;
    this.#later = later;
    this.#now = now;
  }

  get member() {
    return this.#member;
  }

  get counts() {
    this.changed.read();
    let unsaved = 0;
    let refused = 0;
    for (const item of this.#items.values()) item.state === 'refused' ? refused++ : unsaved++;
    return { unsaved, refused };
  }

  /** How many are on their way. */
  get unanswered() {
    return this.#wire?.flying.size ?? 0;
  }

  items(log) {
    this.changed.read();
    return [...this.#items.values()].filter((item) => log === undefined || item.log === log);
  }

  get(id) {
    this.changed.read();
    return this.#items.get(id);
  }

  /** Whether the command with this id was submitted in this tab. */
  isMine = (id) => this.#mine.has(id) || this.#items.has(id);

  /** Loads what `member` left unanswered. Another member's items stay in storage, unsent. */
  async open(member) {
    if (member === this.#member) return;
    this.#member = member;
    const early = [...this.#items.values()].filter((item) => item.member === null);
    this.#items = new Map();
    const kept = await this.#storage.of(member);
    if (this.#member !== member) return;
    for (const item of kept) item.args = wellFormed(item.args);
    for (const item of early) {
      item.member = member;
      this.#keep(item);
    }
    for (const item of [...kept, ...early, ...this.#items.values()].sort(byId)) {
      this.#items.delete(item.id);
      this.#items.set(item.id, item);
      if (item.state !== 'refused') item.state = this.#wire ? 'saving' : 'waiting';
    }
    for (const item of kept) this.#miss(item);
    this.changed.emit();
    this.#flush();
  }

  /** Nobody is signed in here any more. Their items stay in storage, for when they come back or are asked for. */
  leave() {
    this.closed();
    this.#member = null;
    this.#items = new Map();
    this.changed.emit();
  }

  submit({ log, op, args = {}, on, occurredAt, note, slot, writer, about, undo = false }) {
    if (slot !== undefined) this.#vacate(slot);
    const id = this.#uuid();
    const item = {
      id,
      member: this.#member,
      writer,
      about,
      log,
      op,
      args: wellFormed(args),
      on,
      occurredAt,
      note,
      slot,
    };
    item.state = this.#wire ? 'saving' : 'waiting';
    const answer = new Promise((resolve) => this.#answers.set(id, resolve));
    Object.defineProperty(item, 'answer', { value: answer, enumerable: false });
    Object.defineProperty(item, 'undo', { value: undo, enumerable: false });
    this.#mine.add(id);
    this.#items.set(id, item);
    if (!this.#wire) this.#miss(item);
    this.#keep(item).then(() => this.#flush());
    this.changed.emit();
    return item;
  }

  /** What has not been sent yet and would only be overtaken: the older intents in the same slot. */
  #vacate(slot) {
    for (const item of this.#items.values()) {
      if (item.slot === slot && !this.#wire?.flying.has(item.id)) this.#remove(item.id);
    }
  }

  /** A refused item once more, unchanged: a refusal is not remembered by the server. */
  retry(id) {
    const item = this.#items.get(id);
    if (!item || item.state !== 'refused') return;
    for (const field of ['code', 'detail', 'message']) delete item[field];
    item.state = this.#wire ? 'saving' : 'waiting';
    this.#keep(item);
    this.changed.emit();
    this.#flush();
  }

  /** Takes a refused item out: nothing has come of it. */
  dismiss(id) {
    if (this.#items.get(id)?.state === 'refused') this.drop(id);
  }

  /** Takes any item out. One that was sent may have happened, or still happen: whoever drops it is told so. */
  drop(id) {
    const item = this.#items.get(id);
    if (!item) return;
    if (item.state !== 'refused') this.#settle(item, { saved: false, code: 'dropped' });
    this.#remove(id);
    this.changed.emit();
    this.#flush();
  }

  /**
   * The connection is live: `send(frames)`, at most `inFlight` unanswered, as fast as the allowance (allowance.js) lets.
   * Everything unanswered goes out again.
   */
  opened(send, { inFlight = 32, allowance = null, undo = false } = {}) {
    this.#wire = { send, inFlight, allowance, undo, flying: new Set() };
    this.#retries.clear();
    this.#resting.clear();
    const isLong = this.#now() - this.#cutAt > MOMENT;
    for (const item of this.#items.values()) {
      item.held = null;
      if (item.state === 'waiting') item.state = 'saving';
      if (isLong) this.#miss(item);
    }
    this.changed.emit();
    this.#flush();
  }

  /** What steers a room and found no line is not sent later, when the room may be elsewhere. */
  #miss(item) {
    if (item.state === 'refused' || !steers(item.op)) return;
    this.#refuse(item, { code: 'late' });
    this.#keep(item);
  }

  closed(code) {
    if (!this.#wire) return;
    const { flying } = this.#wire;
    this.#wire = null;
    this.#cutAt = this.#now();
    if (BLAMING.has(code)) { for (const id of flying) this.#suspect(this.#items.get(id)); }
    for (const item of this.#items.values()) if (item.state === 'saving') item.state = 'waiting';
    this.changed.emit();
  }

  /**
   * In flight when the server closed because of what it was sent. Whatever is under suspicion goes alone the next time;
   * when that ends the same way it was this item, and the others pass.
   */
  #suspect(item) {
    if (item?.suspected) this.#refuse(item, { code: 'unreadable' });
    if (item) this.#keep(Object.assign(item, { suspected: true }));
  }

  ack({ id, seq, dup, undo }) {
    this.#wire?.flying.delete(id);
    const item = this.#items.get(id);
    if (item) {
      this.#retries.delete(item.log);
      this.#remove(id);
      this.#settle(item, { saved: true, seq, dup, ...(undo && { undo }) });
      this.saved.emit(item);
      this.changed.emit();
    }
    this.#flush();
  }

  nack({ id, code, message, retry, detail }) {
    this.#wire?.flying.delete(id);
    const item = this.#items.get(id);
    if (!item) return;
    if (retry && (code === 'rate' || code === 'inFlight')) {
      if (code === 'rate') this.#wire?.allowance?.drain();
      return this.#pause(detail?.after ?? PATIENCE);
    }
    if (retry) {
      this.#wait(item, detail ?? {});
      return this.#flush();
    }
    this.#refuse(item, { code, message, detail });
    this.#keep(item);
    this.changed.emit();
    this.#flush();
  }

  #refuse(item, { code, message, detail }) {
    Object.assign(item, { state: 'refused', code, message, detail });
    this.#settle(item, { saved: false, code, message, detail });
  }

  #settle({ id }, answer) {
    this.#answers.get(id)?.(answer);
    this.#answers.delete(id);
  }

  /**
   * This item, or all of its log, goes out again by itself, and the others do not wait for it. An older server could not
   * read what would be stored; or the log is away.
   */
  #wait(item, { older, unreadable }) {
    if (older) return this.#rest(item, item.id, 'older', HOLD);
    if (this.#resting.has(item.log)) return this.#hold(item, unreadable && 'unreadable');
    const tries = this.#retries.get(item.log) ?? 0;
    this.#retries.set(item.log, tries + 1);
    this.#rest(
      item,
      item.log,
      unreadable && 'unreadable',
      unreadable ? UNREADABLE : Math.min(10_000, PATIENCE * 2 ** tries),
    );
  }

  #rest(item, what, why, ms) {
    this.#resting.add(what);
    this.#hold(item, why);
    this.#later(() => {
      this.#resting.delete(what);
      this.#flush();
    }, ms);
  }

  #hold(item, why) {
    if (!why) return;
    item.held = why;
    this.changed.emit();
  }

  /**
   * Patience: nothing is sent until the longest wait that was asked for is over, then everything unanswered in order. The
   * server tells each of a refused batch when there is room for it and those before it.
   */
  #pause(wait) {
    this.#pauses += 1;
    this.#later(() => {
      this.#pauses -= 1;
      this.#flush();
    }, wait);
  }

  #flush() {
    const wire = this.#wire;
    if (!wire || this.#pauses > 0 || this.#member === null) return;
    const frames = [];
    const behind = new Set();
    const suspects = [...this.#items.values()].some((item) => item.suspected && item.state === 'saving');
    for (const item of this.#items.values()) {
      if (wire.flying.size >= (suspects ? 1 : wire.inFlight)) break;
      if (this.#resting.has(item.id)) behind.add(kindOf(item));
      if (item.state !== 'saving' || item.member !== this.#member || this.#resting.has(item.log)) continue;
      if (wire.flying.has(item.id) || behind.has(kindOf(item))) continue;
      if (wire.allowance && !wire.allowance.take()) {
        this.#pause(wire.allowance.wait());
        break;
      }
      wire.flying.add(item.id);
      frames.push(frameOf(item, wire.undo));
    }
    if (frames.length) wire.send(frames);
  }

  #keep(item) {
    return this.#storage.put(Object.fromEntries(KEPT_FIELDS.map((field) => [field, item[field]])));
  }

  #remove(id) {
    this.#items.delete(id);
    this.#storage.remove(id);
  }
}

const kindOf = ({ log, op }) => `${log} ${op}`;

const byId = (one, other) => (one.id < other.id ? -1 : 1);
