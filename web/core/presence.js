/**
 * Who is where, and what they do there. Never durable.
 *
 *     presence.tell(log, 'reading' | 'writing' | 'away' | null, {issue, lane, unnamed})   repeated while true
 *     presence.of(log) → Map(member → doing); the server says who has gone, and forgets who falls silent
 *     presence.at(log) → Map(member → the issue that is open before them)
 *     presence.writing(log) → {lanes, someone}: lanes for which somebody writes, whether somebody does without their name
 *     presence.changed.on(log => …)
 *
 * The connection drives the rest: `welcomed`, `beat`, `hear`, `leave`, `lost`.
 */
import { Signal } from './signal.js';

const REPEAT = 15_000;
const NOWHERE = Object.freeze({
  members: new Map(),
  at: new Map(),
  writing: Object.freeze({ lanes: [], someone: false }),
});

export class Presence {
  #send;
  #now;
  #knowsPlaces = false;
  #doing = new Map();
  #there = new Map();
  changed = new Signal();

  /** `send(frames)` drops what need not arrive. */
  constructor(send, now) {
    this.#send = send;
    this.#now = now;
  }

  tell(log, doing, { issue = null, lane = null, unnamed = false } = {}) {
    if (!doing) return void this.#doing.delete(log);
    const said = { doing, ...(issue && { issue }), ...(lane && { lane }), ...(unnamed && { unnamed }) };
    if (isSame(this.#doing.get(log)?.said, said)) return;
    this.#say(log, said);
  }

  of(log) {
    return new Map(this.#of(log).members);
  }

  at(log) {
    return new Map(this.#of(log).at);
  }

  writing(log) {
    return this.#of(log).writing;
  }

  hear({ log, members, at = {}, lanes, someone = false }) {
    if (!this.#there.has(log)) this.#there.set(log, { ...NOWHERE, members: new Map(), at: new Map() });
    const there = this.#there.get(log);
    change(there.members, members);
    change(there.at, at);
    for (const member of there.at.keys()) if (!there.members.has(member)) there.at.delete(member);
    if (lanes) there.writing = { lanes, someone };
    this.changed.emit(log);
  }

  /** `places`: the server, which may be an older one, reads more than what one does. */
  welcomed(places = false) {
    this.#knowsPlaces = places;
    for (const [log, { said }] of this.#doing) this.#say(log, said);
  }

  beat() {
    for (const [log, { said, told }] of this.#doing) if (this.#now() - told >= REPEAT) this.#say(log, said);
  }

  leave(log) {
    this.#there.delete(log);
  }

  /** The line is another, or none: what it told is no longer known. */
  lost() {
    this.#there.clear();
  }

  forgetAll() {
    this.#doing.clear();
  }

  #of(log) {
    this.changed.read();
    return this.#there.get(log) ?? NOWHERE;
  }

  #say(log, said) {
    this.#doing.set(log, { said, told: this.#now() });
    this.#send([{ t: 'here', log, ...(this.#knowsPlaces ? said : { doing: said.doing }) }]);
  }
}

function change(map, news) {
  for (const [member, value] of Object.entries(news)) {
    if (value) map.set(member, value);
    else map.delete(member);
  }
}

function isSame(one, other) {
  return one !== undefined && ['doing', 'issue', 'lane', 'unnamed'].every((name) => one[name] === other[name]);
}
