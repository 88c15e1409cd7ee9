/**
 * The shows and rooms this page knows, and how far off its goal a number may be: read in the logs of the channels. The first of
 * them are followed for the view that is open, and what the others list is asked for again and again (furtherlists.js). Which
 * were followed is remembered by view, so that the first frame can ask for them.
 *
 *     listed.at('room')             another view is opened: it begins with the channels that view followed last
 *     listed.follow(channels, { most?, actions? })   from now on those of these ids, `most` of them by their logs; of the
 *                                   others what was agreed only with `actions`. Said at every drawing
 *     listed.isHere(channels)       whether there is nothing more to wait for
 *     listed.saved(log)             one's own command was: what is not followed is asked for at once
 *     listed.failed                 whether what is not followed could not be had
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

/**
 * Of channels: who goes from a room to the lobby and back finds all of it there, without a line, too. With the directory, a
 * room and its shows no page follows more than twenty logs.
 */
const MOST = 12;

/** Under which name is remembered what a view followed; early.js asks for it under the same. */
const nameOf = (member, view) => `lists ${member} ${view}`;

export class Listed {
  #records;
  #connection;
  #kept;
  #reader;
  #view = null;
  #remembered = null;
  #stops = new Map();
  #further = [];
  #reading = null;
  #failed = new Value(false);
  #logs = new Value([]);
  #all = new Derived(() => this.#every('show'));
  #shows = new Derived(() => this.#all.value.filter((show) => !show.hidden));
  #removed = new Derived(() => this.#all.value.filter((show) => show.hidden));
  #everyRoom = new Derived(() => this.#every('room'));
  #rooms = new Derived(() => this.#everyRoom.value.filter((room) => !room.archived));
  #archived = new Derived(() => this.#everyRoom.value.filter((room) => room.archived));

  /** `reader({ records, connection, told })`: who asks for what is not followed. */
  constructor({ records, connection, kept = local, reader = fetchReader }) {
    this.#records = records;
    this.#connection = connection;
    this.#kept = kept;
    this.#reader = reader;
  }

  /** `early`: what the first frame has asked for already. */
  at(view, early = null) {
    if (view === this.#view) return;
    this.#view = view;
    this.#remembered = null;
    const member = this.#connection.me?.member ?? this.#kept.getItem('member');
    const remembered = early ?? this.#kept.getItem(nameOf(member, view))?.split(' ') ?? [];
    this.#turnTo(remembered.filter(Boolean).slice(0, MOST), MOST);
    this.#ask([]);
  }

  follow(channels, { most = MOST, actions = false } = {}) {
    const logs = [...new Set(channels.map((channel) => this.#logOf(channel)).filter(Boolean))];
    // Until the directory has told of them, what is remembered is the best there is.
    if (logs.length === 0) return;
    const followed = logs.slice(0, most);
    this.#turnTo(followed, most);
    this.#ask(logs.slice(most), actions);
    this.#remember(followed.join(' '));
  }

  /** A command was saved there. */
  async saved(log) {
    if (this.#further.includes(log)) (await this.#reading).ask(log);
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

  get failed() {
    return this.#failed.value;
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

  #turnTo(logs, most) {
    const wanted = new Set(logs);
    const lacking = logs.filter((log) => !this.#stops.has(log));
    const others = [...this.#stops.keys()].filter((log) => !wanted.has(log));
    const left = others.slice(0, Math.max(0, others.length + logs.length - most));
    if (lacking.length + left.length === 0) return;
    for (const log of left) {
      this.#stops.get(log)({ keeps: true });
      this.#stops.delete(log);
    }
    for (const log of lacking) this.#stops.set(log, this.#connection.follow(log));
    this.#know();
  }

  /** What these list is asked for from now on; what others listed stays. */
  async #ask(logs, actions) {
    if (logs.length === 0 && this.#reading === null) return;
    if (logs.join() !== this.#further.join()) {
      this.#further = logs;
      this.#know();
    }
    this.#reading ??= this.#reader({
      records: this.#records,
      connection: this.#connection,
      told: (failed) => (this.#failed.value = failed),
    });
    (await this.#reading).want(this.#further, actions);
  }

  #know() {
    this.#logs.value = [...new Set([...this.#logs.value, ...this.#stops.keys(), ...this.#further])];
  }

  #remember(logs) {
    if (logs === this.#remembered) return;
    this.#remembered = logs;
    this.#kept.setItem(nameOf(this.#connection.me.member, this.#view), logs);
  }
}

/** Few organisations have so many channels. */
const fetchReader = (given) => import('./furtherlists.js').then(({ FurtherLists }) => new FurtherLists(given));
