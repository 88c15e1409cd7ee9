/**
 * Who is where, and what they do there. Never durable.
 *
 *     presence.tell(log, 'reading' | 'writing' | 'away' | null)   repeated while true
 *     presence.of(log) → Map(member → doing); the server says who has gone, and forgets who falls silent
 *     presence.changed.on(log => …)
 *
 * The connection drives the rest: `welcomed`, `beat`, `hear`, `leave`, `lost`.
 */
import { Signal } from './signal.js';

const REPEAT = 15_000;

export class Presence {
  #send;
  #now;
  #doing = new Map();
  #there = new Map();
  changed = new Signal();

  /** `send(frames)` drops what need not arrive. */
  constructor(send, now) {
    this.#send = send;
    this.#now = now;
  }

  tell(log, doing) {
    if (!doing) return void this.#doing.delete(log);
    if (this.#doing.get(log)?.doing === doing) return;
    this.#say(log, doing);
  }

  of(log) {
    this.changed.read();
    return new Map(this.#there.get(log));
  }

  hear({ log, members }) {
    if (!this.#there.has(log)) this.#there.set(log, new Map());
    const there = this.#there.get(log);
    for (const [member, doing] of Object.entries(members)) {
      if (doing) there.set(member, doing);
      else there.delete(member);
    }
    this.changed.emit(log);
  }

  welcomed() {
    for (const [log, { doing }] of this.#doing) this.#say(log, doing);
  }

  beat() {
    for (const [log, { doing, told }] of this.#doing) if (this.#now() - told >= REPEAT) this.#say(log, doing);
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

  #say(log, doing) {
    this.#doing.set(log, { doing, told: this.#now() });
    this.#send([{ t: 'here', log, doing }]);
  }
}
