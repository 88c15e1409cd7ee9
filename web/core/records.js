/**
 * What this client holds of the logs it follows: plain records by kind and id, exactly as the server put them.
 *
 *     const room = records.log(id);          // LogRecords, made on first mention
 *     room.ready                             // a snapshot has been applied
 *     room.get('issue', id)                  // a record or undefined; never mutate one
 *     room.all('issue')                      // an array in order of their ids: the same for whoever holds the same
 *     room.only('room')                      // the single record of a kind
 *     room.version('issue')                  // changes whenever a record of the kind does
 *     room.refused                           // a refusal code when the log cannot be followed
 *     records.changed.on(({log}) => …)       // after every applied snapshot or event
 *
 * A record, the records of a kind, and whether there are any are each a source (source.js) for who reads them in a build.
 * No domain logic lives here: a snapshot replaces everything, an event replaces whole records.
 */
import { Signal } from './signal.js';
import { Keys, Value } from './source.js';

const nothing = new Map();

export class LogRecords {
  #kinds = new Map();
  #parts = null;
  #made = new Map();
  #versions = new Map();
  #unsorted = new Set();
  #ready = new Value(false);
  #refused = new Value(null);
  #ofKind = new Keys();
  #ofRecord = new Map();

  constructor(id) {
    this.id = id;
    this.kind = null;
    this.at = null;
    /** Up to which seq it was told by a list, where it is not followed. */
    this.told = null;
  }

  get ready() {
    return this.#ready.value;
  }

  get refused() {
    return this.#refused.value;
  }

  set refused(code) {
    this.#refused.value = code;
  }

  get(kind, id) {
    this.#records(kind).read(id);
    return (this.#kinds.get(kind) ?? nothing).get(id);
  }

  all(kind) {
    this.#ofKind.read(kind);
    if (this.#unsorted.delete(kind)) this.#sort(kind);
    return [...(this.#kinds.get(kind) ?? nothing).values()];
  }

  /** Records are held in the order of their ids, brought into it when it is asked for: news mostly replaces some. */
  #sort(kind) {
    this.#kinds.set(kind, new Map([...this.#kinds.get(kind)].sort(([one], [other]) => (one < other ? -1 : 1))));
  }

  only(kind) {
    this.#ofKind.read(kind);
    return (this.#kinds.get(kind) ?? nothing).values().next().value;
  }

  count(kind) {
    this.#ofKind.read(kind);
    return (this.#kinds.get(kind) ?? nothing).size;
  }

  /**
   * The key under which a record is drawn: the id of the command of this tab that made it, else its own id. The
   * ghost drawn from the outbox has the same key, so the page keeps its node when the record arrives.
   */
  key(kind, id) {
    return this.#made.get(kind)?.get(id) ?? id;
  }

  /** Another number whenever a record of the kind has come, changed or gone: what was worked out from them is stale. */
  version(kind) {
    this.#ofKind.read(kind);
    return this.#versions.get(kind) ?? 0;
  }

  /** One part of a snapshot. Nothing changes until the last part is here; then everything is replaced at once. */
  applySnap({ kind, at, part = 1, parts = 1, put = {} }) {
    if (!this.#parts || this.#parts.size !== parts || !samePosition(this.#parts.at, at)) {
      this.#parts = { at, size: parts, puts: new Map(), late: [] };
    }
    this.#parts.puts.set(part, put);
    if (this.#parts.puts.size < parts) return false;

    const { puts, late } = this.#parts;
    this.#parts = null;
    for (const kind of this.#kinds.keys()) this.#touchAll(kind);
    this.#kinds = new Map();
    this.#unsorted.clear();
    for (let n = 1; n <= parts; n++) this.#put(puts.get(n) ?? {});
    this.kind = kind ?? this.kind;
    this.#stand({ ...at });
    this.refused = null;
    for (const frame of late) this.applyEvents(frame);
    return true;
  }

  /** Contiguous events: `'applied'`, `'known'` (nothing new), or `'gap'`: the connection must be made anew. */
  applyEvents({ from, events }, isMine = () => false) {
    if (this.#parts) {
      this.#parts.late.push({ from, events });
      return 'known';
    }
    if (!this.at || from > this.at.seq + 1) return 'gap';
    const fresh = events.slice(this.at.seq + 1 - from);
    if (fresh.length === 0) return 'known';
    for (const event of fresh) {
      this.#put(event.put ?? {}, event.id && isMine(event.id) ? event.id : null);
      this.#cut(event.cut ?? {});
    }
    this.at = { seq: from + events.length - 1, tag: fresh.at(-1).tag, view: this.at.view };
    return 'applied';
  }

  /** What a log lists that is not followed: in place of what was held. One that is followed is told by its events. */
  applyList({ seq, put }) {
    if (this.at || this.#parts) return false;
    for (const kind of this.#kinds.keys()) this.#touchAll(kind);
    this.#kinds = new Map();
    this.#unsorted.clear();
    this.#put(put);
    this.kind ??= 'channel';
    this.told = seq;
    this.refused = null;
    return true;
  }

  /** It is followed no more, and what it held stays. */
  leave() {
    this.told = this.at?.seq ?? this.told;
    this.distrust();
  }

  /** The position is no longer believed; the records stay visible until the next snapshot. */
  distrust() {
    this.#stand(null);
    this.#parts = null;
  }

  #put(put, command = null) {
    for (const [kind, records] of Object.entries(put)) {
      if (!this.#kinds.has(kind)) this.#kinds.set(kind, new Map());
      const held = this.#kinds.get(kind);
      for (const record of records) {
        if (command && !held.has(record.id)) this.#make(kind, record.id, command);
        if (!held.has(record.id)) this.#unsorted.add(kind);
        held.set(record.id, Object.freeze(record));
        this.#records(kind).touch(record.id);
      }
      this.#touch(kind);
    }
  }

  #cut(cut) {
    for (const [kind, ids] of Object.entries(cut)) {
      for (const id of ids) {
        this.#kinds.get(kind)?.delete(id);
        this.#records(kind).touch(id);
      }
      this.#touch(kind);
    }
  }

  #make(kind, id, command) {
    if (!this.#made.has(kind)) this.#made.set(kind, new Map());
    this.#made.get(kind).set(id, command);
  }

  #stand(at) {
    this.at = at;
    this.#ready.value = at !== null;
  }

  #records(kind) {
    if (!this.#ofRecord.has(kind)) this.#ofRecord.set(kind, new Keys());
    return this.#ofRecord.get(kind);
  }

  #touch(kind) {
    this.#versions.set(kind, (this.#versions.get(kind) ?? 0) + 1);
    this.#ofKind.touch(kind);
  }

  #touchAll(kind) {
    this.#touch(kind);
    this.#records(kind).touchAll();
  }
}

export class Records {
  #logs = new Map();
  #sources = new Keys();
  changed = new Signal();

  log(id) {
    this.#sources.read(id);
    if (!this.#logs.has(id)) this.#logs.set(id, new LogRecords(id));
    return this.#logs.get(id);
  }

  /** Ids of the logs of which something is held. */
  get ids() {
    return [...this.#logs].filter(([, log]) => log.kind !== null).map(([id]) => id);
  }

  forget(id) {
    this.#logs.delete(id);
    this.#sources.touch(id);
  }

  forgetAll() {
    this.#logs.clear();
    this.#sources.touchAll();
  }

  distrustAll() {
    for (const log of this.#logs.values()) log.distrust();
  }

  snap(frame) {
    if (this.log(frame.log).applySnap(frame)) this.changed.emit({ log: frame.log });
  }

  list(told) {
    if (this.log(told.log).applyList(told)) this.changed.emit({ log: told.log });
  }

  events(frame, isMine) {
    const outcome = this.log(frame.log).applyEvents(frame, isMine);
    if (outcome === 'applied') this.changed.emit({ log: frame.log });
    return outcome;
  }

  refuse({ log, code }) {
    this.log(log).refused = code;
    this.changed.emit({ log });
  }
}

function samePosition(one, other) {
  return one.seq === other.seq && one.tag === other.tag && one.view === other.view;
}
