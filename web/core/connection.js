/**
 * One WebSocket to `/live`, always there or on its way back.
 *
 *     connection.state       'connecting' · 'live' · 'offline' (connection.retryAt) · 'signedOut' · 'outdated'
 *     connection.follow(log) → stop()      counted; the records appear in `records.log(log)`
 *     connection.here(log, 'reading' | 'writing' | 'away' | null)   repeated while true
 *     connection.present(log) → Map(member → doing); the server says who has gone, and forgets who falls silent
 *     connection.changed.on(…) · connection.presence.on(log => …) · connection.welcomed.on(me => …)
 *
 * The directory is followed by the server's doing. Commands go through the outbox, never through here.
 */
import { Signal } from './signal.js';

const LONGEST_WAIT = 30_000;
const PRESENCE_REPEAT = 15_000;
const SILENCE = { ping: 25_000, dead: 60_000 };
const HANDSHAKE = 15_000;
const KEEP_UNFOLLOWED = 20_000;
const DELAYED_CODES = new Set([4000, 4009, 4013, 4029]);

/** The device's own time; a test brings another. */
const DEVICE = {
  now: () => Date.now(),
  setTimeout: (run, ms) => setTimeout(run, ms),
  clearTimeout: timer => clearTimeout(timer),
  setInterval: (run, ms) => setInterval(run, ms),
  clearInterval: timer => clearInterval(timer),
};

/** Full jitter: anywhere between now and the doubled wait, at most 30 s. */
export function backoff(attempt, random = Math.random) {
  return Math.round(random() * Math.min(LONGEST_WAIT, 500 * 2 ** Math.min(attempt, 10)));
}

export class Connection {
  #url;
  #tab;
  #records;
  #outbox;
  #clock;
  #open;
  #random;
  #time;
  #socket = null;
  #attempt = 0;
  #advised = null;
  #timer = null;
  #beat = null;
  #heard = 0;
  #opening = 0;
  #pings = new Map();
  #pingNumber = 0;
  #followed = new Map();
  #doing = new Map();
  #present = new Map();

  state = 'connecting';
  retryAt = null;
  /** Signed out because no longer a member. */
  removed = false;
  me = null;
  changed = new Signal();
  welcomed = new Signal();
  presence = new Signal();

  constructor({ url, tab, records, outbox, clock, open, random = Math.random, time = DEVICE }) {
    this.#url = url;
    this.#tab = tab;
    this.#records = records;
    this.#outbox = outbox;
    this.#clock = clock;
    this.#open = open ?? (address => new WebSocket(address, 'aftershow.v1'));
    this.#random = random;
    this.#time = time;
  }

  start() {
    this.#beat ??= this.#time.setInterval(() => this.#tick(), 1000);
    this.#connect();
  }

  /** Tries at once: the network came back, the page is looked at again, the user asked. */
  hurry() {
    if (this.state !== 'offline') return;
    this.#time.clearTimeout(this.#timer);
    this.#connect();
  }

  /** The browser knows of no network: what is sent now would wait for an answer that cannot come. */
  cut() {
    if (this.state !== 'live') return;
    this.#leave();
    this.#lost(1006);
  }

  stop() {
    this.#time.clearInterval(this.#beat);
    this.#time.clearTimeout(this.#timer);
    this.#beat = null;
    this.#leave();
  }

  /** As someone else, perhaps: nothing of the old member's logs is kept. */
  restart() {
    this.stop();
    this.#outbox.closed();
    this.#records.forgetAll();
    this.#doing.clear();
    this.me = null;
    this.#attempt = 0;
    this.start();
  }

  follow(log) {
    const held = this.#followed.get(log);
    if (held) {
      held.count += 1;
      this.#time.clearTimeout(held.leaving);
    } else {
      this.#followed.set(log, { count: 1, leaving: null });
      this.#send([{ t: 'sub', log, at: this.#records.log(log).at }]);
    }
    let stopped = false;
    return () => {
      if (!stopped) this.#unfollow(log);
      stopped = true;
    };
  }

  /** Coming back within a moment costs nothing: the log is left only after a while. */
  #unfollow(log) {
    const held = this.#followed.get(log);
    if (!held || --held.count > 0) return;
    held.leaving = this.#time.setTimeout(() => {
      this.#followed.delete(log);
      this.#present.delete(log);
      this.#records.forget(log);
      this.#send([{ t: 'unsub', log }]);
    }, KEEP_UNFOLLOWED);
  }

  here(log, doing) {
    if (!doing) {
      this.#doing.delete(log);
      return;
    }
    const held = this.#doing.get(log);
    if (held?.doing === doing) return;
    this.#doing.set(log, { doing, told: this.#time.now() });
    this.#send([{ t: 'here', log, doing }]);
  }

  present(log) {
    return new Map(this.#present.get(log));
  }

  #connect() {
    this.#become('connecting');
    this.#opening = this.#time.now();
    const socket = this.#open(this.#url);
    this.#socket = socket;
    socket.onopen = () => this.#hello(socket);
    socket.onmessage = message => socket === this.#socket && this.#receive(message.data);
    socket.onclose = ({ code }) => socket === this.#socket && this.#lost(code);
    socket.onerror = () => {};
  }

  #hello(socket) {
    if (socket !== this.#socket) return;
    this.#heard = this.#time.now();
    const logs = [...this.#followed.keys()].map(log => ({ log, at: this.#records.log(log).at }));
    const directory = this.me?.directory;
    if (directory && !this.#followed.has(directory)) {
      logs.unshift({ log: directory, at: this.#records.log(directory).at });
    }
    this.#transmit([{ t: 'hello', v: 1, tab: this.#tab, logs }]);
  }

  #receive(text) {
    this.#heard = this.#time.now();
    for (const frame of JSON.parse(text)) {
      if (!this.#handle(frame)) return;
    }
  }

  /** False when the connection was given up and the rest of the message must not be looked at. */
  #handle(frame) {
    switch (frame.t) {
      case 'welcome':
        this.#welcome(frame);
        return true;
      case 'snap':
        this.#records.snap(frame);
        return true;
      case 'ev':
        if (this.#records.events(frame, this.#outbox.isMine) !== 'gap') return true;
        this.#records.log(frame.log).distrust();
        this.#leave();
        this.#lost(4005);
        return false;
      case 'ack':
        this.#outbox.ack(frame);
        return true;
      case 'nack':
        this.#outbox.nack(frame);
        return true;
      case 'refused':
        this.#records.refuse(frame);
        return true;
      case 'here':
        this.#hear(frame);
        return true;
      case 'pong':
        this.#clock.adjust(frame.now, this.#pings.get(frame.n));
        this.#pings.delete(frame.n);
        return true;
      case 'bye':
        this.#advised = frame.after ?? null;
        return true;
      default:
        return true; // a newer server may say more than we know
    }
  }

  #welcome({ me, limits, now }) {
    this.#attempt = 0;
    this.#advised = null;
    this.#clock.forget();
    this.#clock.adjust(now, this.#heard);
    this.me = me;
    this.#become('live');
    this.welcomed.emit(me);
    Promise.resolve(this.#outbox.open(me.member)).then(() => {
      if (this.state === 'live') this.#outbox.opened(frames => this.#transmitAll(frames, limits?.message), limits);
    });
    for (const [log, held] of this.#doing) {
      held.told = this.#time.now();
      this.#send([{ t: 'here', log, doing: held.doing }]);
    }
    this.#ping();
  }

  #hear({ log, members }) {
    if (!this.#present.has(log)) this.#present.set(log, new Map());
    const there = this.#present.get(log);
    for (const [member, doing] of Object.entries(members)) {
      if (doing) there.set(member, doing);
      else there.delete(member);
    }
    this.presence.emit(log);
  }

  #lost(code) {
    this.#socket = null;
    this.#outbox.closed();
    this.#present.clear();
    this.#pings.clear();
    this.removed = code === 4403;
    if (code === 4401 || code === 4403) return this.#become('signedOut');
    if (code === 4001) return this.#become('outdated');
    if (code === 4005) this.#records.distrustAll();
    let wait = backoff(this.#attempt++, this.#random);
    if (this.#advised !== null) wait = this.#advised + Math.round(this.#random() * 1000);
    else if (DELAYED_CODES.has(code)) wait = 5000 + backoff(this.#attempt, this.#random);
    this.#advised = null;
    this.retryAt = this.#time.now() + wait;
    this.#timer = this.#time.setTimeout(() => this.#connect(), wait);
    this.#become('offline');
  }

  #leave() {
    const socket = this.#socket;
    this.#socket = null;
    socket?.close();
  }

  #tick() {
    const now = this.#time.now();
    if (this.state === 'connecting' && this.#socket && now - this.#opening > HANDSHAKE) {
      this.#leave();
      this.#lost(1006);
    }
    if (this.state !== 'live') return;
    if (now - this.#heard > SILENCE.dead) {
      this.#leave();
      return this.#lost(1006);
    }
    if (now - this.#heard > SILENCE.ping && this.#pings.size === 0) this.#ping();
    for (const [log, held] of this.#doing) {
      if (now - held.told < PRESENCE_REPEAT) continue;
      held.told = now;
      this.#send([{ t: 'here', log, doing: held.doing }]);
    }
  }

  #ping() {
    const n = ++this.#pingNumber;
    this.#pings.set(n, this.#time.now());
    this.#send([{ t: 'ping', n }]);
  }

  #become(state) {
    if (state !== 'offline') this.retryAt = null;
    this.state = state;
    this.changed.emit(state);
  }

  /** What need not arrive: dropped when not live, because `hello` says it again. */
  #send(frames) {
    if (this.state === 'live') this.#transmit(frames);
  }

  /** In as few messages as the server's limit allows. */
  #transmitAll(frames, limit = 65_536) {
    let batch = [];
    let size = 2;
    for (const frame of frames) {
      const length = 4 * JSON.stringify(frame).length; // no character takes more than four bytes
      if (batch.length && size + length > limit) {
        this.#transmit(batch);
        batch = [];
        size = 2;
      }
      batch.push(frame);
      size += length;
    }
    if (batch.length) this.#transmit(batch);
  }

  #transmit(frames) {
    if (this.#socket?.readyState === 1) this.#socket.send(JSON.stringify(frames));
  }
}
