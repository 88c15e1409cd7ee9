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
import { Backoff } from './backoff.js';
import { DEVICE, Steadiness } from './device.js';
import { Following } from './following.js';
import { Line } from './line.js';
import { Presence } from './presence.js';
import { Signal } from './signal.js';

const PATIENCE = { least: 10_000, most: 60_000 };
const HANDSHAKE = 15_000;
const STORELESS = 4007;

export class Connection {
  #url;
  #tab;
  #records;
  #outbox;
  #clock;
  #open;
  #time;
  #line = null;
  /** The line that takes over once it has been welcomed. */
  #next = null;
  #looked = null;
  #patience = PATIENCE.least;
  #backoff;
  #timer = null;
  #beat = null;
  #steadiness;
  #following;
  /** Handshakes that have failed one after another. */
  #failed = 0;
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
    this.#time = time;
    this.#backoff = new Backoff(random);
    this.#steadiness = new Steadiness(time);
    const send = (frames) => this.#send(frames);
    this.presence = new Presence(send, time.now);
    this.#following = new Following({
      records,
      time,
      send,
      began: () => this.state === 'live' && this.#line.ping(),
      left: (log) => this.presence.leave(log),
    });
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
    this.#backoff.reset();
    this.start();
  }

  look(log) {
    if (!log || log === this.#looked) return;
    this.#looked = log;
    this.#dismissNext();
    this.#changeOver();
  }

  follow(log) {
    return this.#following.follow(log);
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
    line.hello(this.#tab, this.#following.asks(this.me?.directory));
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
        if (frame.code === 'unreadable') this.#following.bar(frame.log);
        this.#records.refuse(frame);
        return true;
      case 'here':
        this.presence.hear(frame);
        return true;
      case 'pong':
        this.#clock.adjust(frame.now, this.#line.pong(frame.n));
        return true;
      case 'bye':
        this.#backoff.advise(frame.after);
        return true;
      default:
        return true; // a newer server may say more than we know
    }
  }

  #welcome({ me, limits, now, undo, places }) {
    this.#backoff.reset();
    this.#failed = 0;
    this.storeless = false;
    this.refusal = null;
    this.#clock.forget();
    this.#clock.adjust(now);
    this.me = me;
    const allowance = new Allowance(limits, this.#time.now);
    this.#line.allowance = allowance;
    this.#become('live');
    this.welcomed.emit(me);
    Promise.resolve(this.#outbox.open(me.member)).then(() => {
      if (this.state !== 'live') return;
      this.#outbox.opened((frames) => this.#line?.sendAll(frames, limits?.message), { ...limits, allowance, undo });
    });
    this.#following.makeUp(this.#line.told, me.directory);
    this.presence.welcomed(places === true);
    this.#line.ping();
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
    const wait = this.#backoff.next(code);
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
    // What the clock was off by is unknown then, and so is whether the line still stands.
    const isLost = this.#steadiness.isLost();
    if (isLost) this.#clock.forget();
    if (this.state !== 'live') return;
    if (isLost) this.#line.ping();
    this.#following.askAgain();
    this.#line.watch(this.#outbox.unanswered > 0);
    if (this.#line.isDead(this.#patience)) return this.#giveUp();
    this.#changeOver();
    this.presence.beat();
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
