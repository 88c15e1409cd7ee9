/**
 * One WebSocket to `/live`, always there or on its way back.
 *
 *     connection.state       'connecting' · 'live' · 'offline' (connection.retryAt) · 'signedOut' · 'outdated'
 *     connection.look(log)   what is looked at: asked for with the socket, so that a proxy can bring those who look at the
 *                            same to one node; when it is another, a new line is made, and the old one serves until then
 *     connection.follow(log) → stop()      counted; the records appear in `records.log(log)`
 *     connection.presence    who is where (presence.js)
 *     connection.storeless   offline because the server, which is there, does not reach its database
 *     connection.refusal     'origin' when the server takes this page for a stranger's, as far as is known
 *     connection.changed.on(…) · connection.welcomed.on(me => …)
 *
 * The directory is followed by the server's doing. Commands go through the outbox, never through here.
 */
import { Allowance } from './allowance.js';
import { Barred } from './barred.js';
import { Line } from './line.js';
import { Presence } from './presence.js';
import { Signal } from './signal.js';

const LONGEST_WAIT = 30_000;
const PATIENCE = { least: 10_000, most: 60_000 };
const HANDSHAKE = 15_000;
const KEEP_UNFOLLOWED = 20_000;
const STORELESS = 4007;
const DELAYED_CODES = new Set([4000, 4009, 4013, 4029]);

/** Further than this the device's clock never strays by itself: it was set, or the device slept. */
const SET = 2_000;

/**
 * The device's time; a test brings another. Silence is measured by `now`, which nobody sets but which may stand still while
 * the device sleeps; the clock people see is `wall`.
 */
const DEVICE = {
  now: () => performance.now(),
  wall: () => Date.now(),
  setTimeout: (run, ms) => setTimeout(run, ms),
  clearTimeout: (timer) => clearTimeout(timer),
  setInterval: (run, ms) => setInterval(run, ms),
  clearInterval: (timer) => clearInterval(timer),
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
  #line = null;
  /** The line that takes over once it has been welcomed. */
  #next = null;
  #looked = null;
  #patience = PATIENCE.least;
  #attempt = 0;
  #advised = null;
  #timer = null;
  #beat = null;
  /** By how much the wall clock is ahead of the other. */
  #ahead;
  #followed = new Map();
  /** Handshakes that have failed one after another. */
  #failed = 0;
  #barred;
  #probe;

  state = 'connecting';
  retryAt = null;
  /** Signed out because no longer a member. */
  removed = false;
  storeless = false;
  refusal = null;
  me = null;
  changed = new Signal();
  welcomed = new Signal();

  constructor(
    { url, tab, records, outbox, clock, open, probe = async () => null, random = Math.random, time = DEVICE },
  ) {
    this.#url = url;
    this.#tab = tab;
    this.#records = records;
    this.#outbox = outbox;
    this.#clock = clock;
    this.#open = open ?? ((address) => new WebSocket(address, 'aftershow.v1'));
    this.#probe = probe;
    this.#random = random;
    this.#time = time;
    this.#ahead = time.wall() - time.now();
    this.#barred = new Barred(time.now);
    this.presence = new Presence((frames) => this.#send(frames), time.now);
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
    this.presence.forgetAll();
    this.me = null;
    this.#attempt = 0;
    this.start();
  }

  look(log) {
    if (!log || log === this.#looked) return;
    this.#looked = log;
    this.#dismissNext();
    this.#changeOver();
  }

  follow(log) {
    const held = this.#followed.get(log);
    if (held) {
      held.count += 1;
      this.#time.clearTimeout(held.leaving);
    } else {
      this.#followed.set(log, { count: 1, leaving: null });
      this.#subscribe(log);
      if (this.state === 'live') this.#line.ping();
    }
    let stopped = false;
    return () => {
      if (!stopped) this.#unfollow(log);
      stopped = true;
    };
  }

  #subscribe(log) {
    if (!this.#barred.has(log)) this.#send([{ t: 'sub', log, at: this.#records.log(log).at }]);
  }

  /** Coming back within a moment costs nothing: the log is left only after a while. */
  #unfollow(log) {
    const held = this.#followed.get(log);
    if (!held || --held.count > 0) return;
    held.leaving = this.#time.setTimeout(() => {
      this.#followed.delete(log);
      this.presence.leave(log);
      this.#records.forget(log);
      this.#send([{ t: 'unsub', log }]);
    }, KEEP_UNFOLLOWED);
  }

  #connect() {
    this.#become('connecting');
    this.#line = this.#dial();
  }

  #dial() {
    const address = new URL(this.#url);
    if (this.#looked) address.searchParams.set('log', this.#looked);
    const socket = this.#open(address.href);
    const line = new Line(socket, this.#looked, this.#time);
    socket.onopen = () => this.#hello(line);
    socket.onmessage = ({ data }) => this.#receive(line, data);
    socket.onclose = ({ code }) => this.#ended(line, code);
    socket.onerror = () => {};
    return line;
  }

  #hello(line) {
    if (line !== this.#line && line !== this.#next) return;
    line.opened = true;
    line.heard();
    const logs = [...this.#followed.keys()].filter((log) => !this.#barred.has(log)).map((log) => ({
      log,
      at: this.#records.log(log).at,
    }));
    const directory = this.me?.directory;
    if (directory && !this.#followed.has(directory)) {
      logs.unshift({ log: directory, at: this.#records.log(directory).at });
    }
    line.hello(this.#tab, logs);
  }

  #receive(line, text) {
    const frames = JSON.parse(text);
    if (line === this.#next && frames[0]?.t === 'welcome') this.#takeOver();
    if (line !== this.#line) return;
    line.heard();
    for (const frame of frames) {
      if (!this.#handle(frame)) return;
    }
  }

  #ended(line, code) {
    if (line !== this.#line) return;
    if (!line.opened) this.#doubt();
    this.#lost(code);
  }

  /** Why a handshake failed is hidden from a page. When it does so again, the server is asked in another way. */
  async #doubt() {
    this.#failed += 1;
    if (this.#failed < 2) return;
    this.#learn(await this.#probe());
  }

  #learn(refusal) {
    if (refusal === this.refusal || this.state === 'live') return;
    this.refusal = refusal;
    this.changed.emit(this.state);
  }

  // From one line to the next

  /** Not while a command is on its way: two nodes would work on it. A line that failed is not asked for again. */
  #changeOver() {
    if (this.state !== 'live' || this.#next || this.#line.reached === this.#looked || this.#outbox.unanswered) return;
    this.#next = this.#dial();
  }

  #takeOver() {
    this.#line.close();
    this.#line = this.#next;
    this.#next = null;
    this.presence.lost();
  }

  #dismissNext() {
    const next = this.#next;
    this.#next = null;
    next?.close();
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
        this.#patience = PATIENCE.least;
        this.#outbox.ack(frame);
        return true;
      case 'nack':
        this.#patience = PATIENCE.least;
        this.#outbox.nack(frame);
        return true;
      case 'refused':
        if (frame.code === 'unreadable') this.#barred.add(frame.log);
        this.#records.refuse(frame);
        return true;
      case 'here':
        this.presence.hear(frame);
        return true;
      case 'pong':
        this.#clock.adjust(frame.now, this.#line.pong(frame.n));
        return true;
      case 'bye':
        this.#advised = frame.after ?? null;
        return true;
      default:
        return true; // a newer server may say more than we know
    }
  }

  #welcome({ me, limits, now }) {
    this.#attempt = this.#failed = 0;
    this.storeless = false;
    this.#advised = this.refusal = null;
    this.#clock.forget();
    this.#clock.adjust(now);
    this.me = me;
    const allowance = new Allowance(limits, this.#time.now);
    this.#line.allowance = allowance;
    this.#become('live');
    this.welcomed.emit(me);
    Promise.resolve(this.#outbox.open(me.member)).then(() => {
      if (this.state !== 'live') return;
      this.#outbox.opened((frames) => this.#line?.sendAll(frames, limits?.message), { ...limits, allowance });
    });
    this.#makeUp();
    this.presence.welcomed();
    this.#line.ping();
  }

  /** What was followed or left since the line said hello. */
  #makeUp() {
    const { told } = this.#line;
    for (const log of this.#followed.keys()) if (!told.has(log)) this.#subscribe(log);
    for (const log of told) {
      if (!this.#followed.has(log) && log !== this.me.directory) this.#send([{ t: 'unsub', log }]);
    }
  }

  #lost(code) {
    this.#line = null;
    this.#dismissNext();
    this.#outbox.closed(code);
    this.presence.lost();
    this.removed = code === 4403;
    this.storeless = code === STORELESS;
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
    const line = this.#line;
    this.#line = null;
    this.#dismissNext();
    line?.close();
  }

  #tick() {
    const now = this.#time.now();
    if (this.state === 'connecting' && this.#line && now - this.#line.since > HANDSHAKE) {
      this.#leave();
      this.#lost(1006);
    }
    const wasSet = this.#wasSet();
    if (this.state !== 'live') return;
    if (wasSet) this.#line.ping();
    for (const log of this.#barred.release()) if (this.#followed.has(log)) this.#subscribe(log);
    this.#line.watch(this.#outbox.unanswered > 0);
    if (this.#line.isDead(this.#patience)) return this.#giveUp();
    this.#changeOver();
    this.presence.beat();
  }

  /** The clock was set, or the device slept: what it was off by is unknown, and so is whether the line still stands. */
  #wasSet() {
    const ahead = this.#time.wall() - this.#time.now();
    if (Math.abs(ahead - this.#ahead) < SET) return false;
    this.#ahead = ahead;
    this.#clock.forget();
    return true;
  }

  /** Nothing comes. It may be slow, not dead: the next line is given longer, until something is answered. */
  #giveUp() {
    this.#patience = Math.min(PATIENCE.most, 2 * this.#patience);
    this.#leave();
    this.#lost(1006);
  }

  #become(state) {
    if (state !== 'offline') this.retryAt = null;
    this.state = state;
    this.changed.emit(state);
  }

  /** What need not arrive: dropped when not live, because `hello` says it again. */
  #send(frames) {
    if (this.state === 'live') this.#line?.send(frames);
  }
}
