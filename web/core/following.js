/**
 * The logs that the page follows beside the directory, counted: several may ask for one. One that the server cannot read
 * is asked for again after a while.
 *
 *     following.follow(log) → stop({ keeps }?)    `keeps`: its records stay, for whoever goes on without following it
 *     following.asks(directory)          what a hello asks for: `[{ log, at }]`
 *     following.makeUp(told, directory)  what was followed or left since a hello that told of those logs
 *     following.bar(log) · following.askAgain()
 */
const KEEP_UNFOLLOWED = 20_000;
/** Beside the directory: no page follows more than twenty. What was left is let go of at once where another needs its place. */
const MOST = 19;
/** An unreadable log is left alone, and then asked for again. */
const BARRED = 60_000;

export class Following {
  #records;
  #time;
  #send;
  #began;
  #left;
  #barred;
  #held = new Map();

  /** `send(frames)` drops what need not arrive; `began()` and `left(log)` hear of the first and after the last to follow. */
  constructor({ records, time, send, began, left }) {
    this.#records = records;
    this.#time = time;
    this.#send = send;
    this.#began = began;
    this.#left = left;
    this.#barred = new Barred(time.now);
  }

  follow(log) {
    const held = this.#held.get(log);
    if (held) {
      held.count += 1;
      this.#time.clearTimeout(held.leaving);
    } else {
      for (const [one, { count }] of this.#held) if (count === 0 && this.#held.size >= MOST) this.#leave(one);
      this.#held.set(log, { count: 1, leaving: null, keeps: false });
      this.#subscribe(log);
      this.#began();
    }
    let stopped = false;
    return ({ keeps = false } = {}) => {
      if (!stopped) this.#unfollow(log, keeps);
      stopped = true;
    };
  }

  asks(directory) {
    const logs = [...this.#held.keys()].filter((log) => !this.#barred.has(log));
    if (directory && !this.#held.has(directory)) logs.unshift(directory);
    return logs.map((log) => ({ log, at: this.#records.log(log).at }));
  }

  makeUp(told, directory) {
    for (const log of this.#held.keys()) if (!told.has(log)) this.#subscribe(log);
    for (const log of told) if (!this.#held.has(log) && log !== directory) this.#send([{ t: 'unsub', log }]);
  }

  bar(log) {
    this.#barred.add(log);
  }

  askAgain() {
    for (const log of this.#barred.release()) if (this.#held.has(log)) this.#subscribe(log);
  }

  #subscribe(log) {
    if (!this.#barred.has(log)) this.#send([{ t: 'sub', log, at: this.#records.log(log).at }]);
  }

  /** Coming back within a moment costs nothing: the log is left only after a while. */
  #unfollow(log, keeps) {
    const held = this.#held.get(log);
    if (!held || --held.count > 0) return;
    held.keeps = keeps;
    held.leaving = this.#time.setTimeout(() => this.#leave(log), KEEP_UNFOLLOWED);
  }

  #leave(log) {
    const { leaving, keeps } = this.#held.get(log);
    this.#time.clearTimeout(leaving);
    this.#held.delete(log);
    this.#left(log);
    if (keeps) this.#records.log(log).leave();
    else this.#records.forget(log);
    this.#send([{ t: 'unsub', log }]);
  }
}

class Barred {
  #since = new Map();
  #now;

  constructor(now) {
    this.#now = now;
  }

  add(log) {
    this.#since.set(log, this.#now());
  }

  has(log) {
    return this.#since.has(log);
  }

  /** Those whose minute is over; they are barred no more. */
  release() {
    const due = [...this.#since].filter(([, since]) => this.#now() - since >= BARRED).map(([log]) => log);
    for (const log of due) this.#since.delete(log);
    return due;
  }
}
