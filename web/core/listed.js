/**
 * The shows and rooms this page knows, and how far off its goal a number may be: read in the logs of the channels, which are
 * followed for the view that is open. Which these are is remembered by view, so that the first frame can ask for them.
 *
 *     listed.at('room')             another view is opened: it begins with the channels that view followed last
 *     listed.follow(channels)       from now on those of these ids; said at every drawing, no more is asked for at once
 *                                   than can be answered at once
 *     listed.isHere(channels)       whether there is nothing more to wait for
 *     listed.reads(log)             whether it is one of theirs
 *     listed.shows · listed.rooms   in the order of their ids, each once: not to be changed
 *     listed.removed                the shows that were removed: they are in no list, but found by their id
 *     listed.archived               the rooms that were put away; listed.everyRoom: with those that were not
 *     listed.show(id) · listed.room(id) · listed.thresholds(channel) · listed.refused(channel)
 *
 * A server of before, and for one release any server, lists them in the directory as well: what a channel's log has not told
 * is taken from there.
 */
import { Derived } from './derived.js';
import { local } from './local.js';
import { Value } from './source.js';
import { USUAL_THRESHOLDS } from './wire.js';

/** Logs that are asked for and not here yet: what is asked counts towards the rate. */
const AT_ONCE = 16;
/** Who goes from a room to the lobby and back finds all of it there, without a line, too; of more than so many only what is shown. */
const MOST = 40;

/** Under which name is remembered what a view followed; early.js asks for it under the same. */
const nameOf = (member, view) => `lists ${member} ${view}`;

export class Listed {
  #records;
  #connection;
  #kept;
  #view = null;
  #remembered = null;
  #stops = new Map();
  #logs = new Value([]);
  #all = new Derived(() => this.#every('show'));
  #shows = new Derived(() => this.#all.value.filter((show) => !show.hidden));
  #removed = new Derived(() => this.#all.value.filter((show) => show.hidden));
  #everyRoom = new Derived(() => this.#every('room'));
  #rooms = new Derived(() => this.#everyRoom.value.filter((room) => !room.archived));
  #archived = new Derived(() => this.#everyRoom.value.filter((room) => room.archived));

  constructor({ records, connection, kept = local }) {
    this.#records = records;
    this.#connection = connection;
    this.#kept = kept;
  }

  /** `early`: what the first frame has asked for already. */
  at(view, early = null) {
    if (view === this.#view) return;
    this.#view = view;
    this.#remembered = null;
    const member = this.#connection.me?.member ?? this.#kept.getItem('member');
    const remembered = early ?? this.#kept.getItem(nameOf(member, view))?.split(' ') ?? [];
    this.#turnTo(remembered.filter(Boolean), Infinity);
  }

  follow(channels) {
    const logs = [...new Set(channels.map((channel) => this.#logOf(channel)).filter(Boolean))];
    // Until the directory has told of them, what is remembered is the best there is.
    if (logs.length === 0) return;
    this.#turnTo(logs, AT_ONCE - [...this.#stops.keys()].filter((log) => !this.#isTold(log)).length);
    this.#remember(logs.join(' '));
  }

  isHere(channels) {
    return channels.every((channel) => {
      const log = this.#logOf(channel);
      return !log || this.#isTold(log);
    });
  }

  reads(log) {
    return this.#stops.has(log);
  }

  refused(channel) {
    const log = this.#logOf(channel);
    return log ? this.#records.log(log).refused : null;
  }

  get shows() {
    return this.#shows.value;
  }

  get removed() {
    return this.#removed.value;
  }

  get rooms() {
    return this.#rooms.value;
  }

  get archived() {
    return this.#archived.value;
  }

  get everyRoom() {
    return this.#everyRoom.value;
  }

  show(id) {
    return this.#find('show', id);
  }

  room(id) {
    return this.#find('room', id);
  }

  thresholds(channel) {
    const log = this.#logOf(channel);
    return (log && this.#records.log(log).only('thresholds')) || USUAL_THRESHOLDS;
  }

  get #directory() {
    this.#connection.changed.read(); // it tells who is here
    return this.#records.log(this.#connection.me?.directory ?? '');
  }

  #logOf(channel) {
    return this.#directory.get('channel', channel)?.log;
  }

  #isTold(log) {
    const { kind, refused } = this.#records.log(log);
    return kind !== null || refused !== null;
  }

  #find(kind, id) {
    for (const log of this.#logs.value) {
      const found = this.#records.log(log).get(kind, id);
      if (found) return found;
    }
    return this.#directory.get(kind, id);
  }

  #every(kind) {
    const found = new Map();
    for (const log of [this.#directory, ...this.#logs.value.map((log) => this.#records.log(log))]) {
      for (const record of log.all(kind)) found.set(record.id, record);
    }
    return [...found.values()].sort((one, other) => (one.id < other.id ? -1 : 1));
  }

  /** `more`: how many may be asked for now. */
  #turnTo(logs, more) {
    const wanted = new Set(logs);
    const lacking = logs.filter((log) => !this.#stops.has(log));
    const others = [...this.#stops.keys()].filter((log) => !wanted.has(log));
    const left = others.slice(0, Math.max(0, others.length - Math.max(0, MOST - logs.length)));
    if (lacking.length + left.length === 0) return;
    for (const log of lacking.slice(0, Math.max(0, more))) this.#stops.set(log, this.#connection.follow(log));
    for (const log of left) {
      this.#stops.get(log)();
      this.#stops.delete(log);
    }
    this.#logs.value = [...this.#stops.keys()];
  }

  #remember(logs) {
    if (logs === this.#remembered) return;
    this.#remembered = logs;
    this.#kept.setItem(nameOf(this.#connection.me.member, this.#view), logs);
  }
}
