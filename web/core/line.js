/**
 * One WebSocket to `/live`, for as long as it lasts: what was said on it, and how long it has been silent.
 *
 *     line.reached          the log it was asked for, or null
 *     line.opened           whether the handshake succeeded
 *     line.told             the logs its hello named
 *     line.allowance        how much may be said, once the server has told (allowance.js); what `sendAll` sends was taken
 *     line.send(frames) · line.sendAll(frames, limit) · line.ping() · line.close()
 *     line.heard()          something came
 *     line.isDead(patience) something was asked so long ago, and nothing came since; or nothing has come for a minute
 */
const SILENCE = { asked: 5_000, idle: 25_000, dead: 60_000 };

export class Line {
  #socket;
  #time;
  #asked = null;
  #pings = new Map();
  #pingNumber = 0;
  /** A ping was sent and nothing came since. One may be dropped by a server that has been asked too much. */
  #isProbing = false;

  constructor(socket, reached, time) {
    this.#socket = socket;
    this.#time = time;
    this.reached = reached;
    this.opened = false;
    this.told = new Set();
    this.allowance = null;
    this.since = time.now();
    this.lastHeard = this.since;
  }

  hello(tab, logs) {
    this.told = new Set(logs.map(({ log }) => log));
    this.send([{ t: 'hello', v: 1, tab, logs }]);
  }

  send(frames) {
    this.allowance?.spend(frames.length);
    this.#transmit(frames);
  }

  /** In as few messages as the server's limit allows. */
  sendAll(frames, limit = 65_536) {
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
    if (this.#socket.readyState === 1) this.#socket.send(JSON.stringify(frames));
  }

  /** The server answers at once whatever else it waits for: silence after a ping is the line's. */
  ping() {
    const n = ++this.#pingNumber;
    this.#pings.set(n, this.#time.now());
    this.#isProbing = true;
    this.send([{ t: 'ping', n }]);
  }

  /** How long the ping took that this answers, in ms; undefined when it was asked before. */
  pong(n) {
    this.heard();
    const sent = this.#pings.get(n);
    for (const old of this.#pings.keys()) if (old <= n) this.#pings.delete(old);
    return sent === undefined ? undefined : this.#time.now() - sent;
  }

  heard() {
    this.lastHeard = this.#time.now();
    this.#asked = null;
    this.#isProbing = false;
  }

  /** Once a second. `unanswered`: commands are on their way. */
  watch(unanswered) {
    const now = this.#time.now();
    if (unanswered || this.#isProbing) this.#asked ??= now;
    const patience = unanswered ? SILENCE.asked : SILENCE.idle;
    const quiet = now - Math.max(this.lastHeard, unanswered ? this.#asked : 0);
    if (quiet >= patience && !this.#isProbing) this.ping();
  }

  isDead(patience) {
    const now = this.#time.now();
    return now - this.lastHeard > SILENCE.dead || (this.#asked !== null && now - this.#asked >= patience);
  }

  close() {
    this.#socket.close();
  }
}
