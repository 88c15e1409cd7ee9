import assert from 'node:assert/strict';
import { describe, test } from 'node:test';
import { Allowance } from '../../web/core/allowance.js';
import { Clock } from '../../web/core/clock.js';
import { Connection } from '../../web/core/connection.js';
import { Outbox } from '../../web/core/outbox.js';
import { Records } from '../../web/core/records.js';
import { pageOnly } from './support/storages.mjs';
import { FakeTime } from './fake-time.mjs';

const turn = () => new Promise((resolve) => setImmediate(resolve));
const LIMITS = { message: 65_536, inFlight: 32, rate: 20, burst: 60 };
const LATENCY = 40;
const ME = { member: 'me', directory: 'D', playbook: 'P' };

/** A server's allowance of one member, as Protocol.md tells it: what is refused is told when there is room for it. */
class FakeServer {
  #time;
  #tokens = LIMITS.burst;
  #filled;
  #promised = 0;
  #flying = 0;
  #toldUntil = 0;
  #strikes = 0;
  /** Refused again and again before the time it was told. */
  closed = false;
  refused = 0;
  most = 0;
  saved = new Set();

  constructor(time) {
    this.#time = time;
    this.#filled = time.now();
  }

  /** Somebody else of the same member says something. */
  spend(n) {
    this.#fill();
    this.#tokens = Math.max(0, this.#tokens - n);
  }

  hears(socket, frames) {
    for (const frame of frames) {
      if (frame.t === 'hello') continue;
      this.#fill();
      if (this.#time.now() >= this.#toldUntil) this.#strikes = 0;
      const fits = this.#tokens >= 1;
      if (fits) this.#tokens -= 1;
      if (frame.t !== 'cmd') continue;
      this.#flying += 1;
      this.most = Math.max(this.most, this.#flying);
      const answer = fits ? { t: 'ack', id: frame.id, log: frame.log, seq: 1, dup: false } : this.#tooFast(frame);
      if (fits) this.saved.add(frame.id);
      this.#time.setTimeout(() => {
        this.#flying -= 1;
        socket.says(answer);
      }, LATENCY);
    }
  }

  #tooFast({ id, log }) {
    this.refused += 1;
    this.#strikes += 1;
    this.closed ||= this.#strikes > 120;
    const flown = (this.#time.now() * LIMITS.rate) / 1000;
    this.#promised = Math.max(this.#promised, flown - this.#tokens) + 1;
    const after = Math.ceil(((this.#promised - flown) * 1000) / LIMITS.rate);
    this.#toldUntil = this.#time.now() + after;
    return { t: 'nack', id, log, code: 'rate', message: '', retry: true, detail: { limit: LIMITS.rate, after } };
  }

  #fill() {
    const now = this.#time.now();
    this.#tokens = Math.min(LIMITS.burst, this.#tokens + ((now - this.#filled) * LIMITS.rate) / 1000);
    this.#filled = now;
  }
}

class FakeSocket {
  readyState = 0;
  constructor(server) {
    this.server = server;
  }
  send(text) {
    this.server.hears(this, JSON.parse(text));
  }
  close() {
    this.readyState = 3;
  }
  says(...frames) {
    this.onmessage({ data: JSON.stringify(frames) });
  }
}

/** A page that comes back with so many commands; `each` is called every 10 ms. Answers how long it took in ms. */
async function bring(commands, server, time, each = () => {}) {
  const outbox = new Outbox({ storage: pageOnly(), later: time.setTimeout });
  await outbox.open(ME.member);
  for (let n = 0; n < commands; n++) outbox.submit({ log: 'L', op: 'question.log', args: { text: `${n}` } });
  await turn();
  let socket;
  const connection = new Connection({
    url: 'ws://here/live',
    tab: 'tab',
    records: new Records(),
    outbox,
    clock: new Clock(time.now),
    time,
    open: () => (socket = new FakeSocket(server)),
  });
  connection.start();
  socket.readyState = 1;
  socket.onopen();
  const begun = time.now();
  socket.says({ t: 'welcome', v: 1, me: ME, limits: LIMITS, now: time.now(), heartbeat: 25 });
  while (outbox.counts.unsaved > 0 && time.now() - begun < 600_000) {
    await turn();
    each();
    time.tick(10);
  }
  connection.stop();
  return time.now() - begun;
}

describe('What waited for the network', () => {
  test('goes out within the rate: 300 commands, none refused, in hardly more time than they need', async () => {
    const time = new FakeTime();
    const server = new FakeServer(time);
    const took = await bring(300, server, time);
    const ideal = ((300 - LIMITS.burst) * 1000) / LIMITS.rate;
    assert.equal(server.saved.size, 300);
    assert.equal(server.refused, 0);
    assert.ok(server.most <= LIMITS.inFlight, `${server.most}`);
    assert.ok(took <= 1.2 * ideal, `${took} ms for ${ideal}`);
  });

  test('a few commands go out at once', async () => {
    const time = new FakeTime();
    const took = await bring(30, new FakeServer(time), time);
    assert.ok(took <= LATENCY + 20, `${took}`);
  });

  test('beside another tab that says as much is refused now and then, waits until what was refused fits, and gets through', async () => {
    const time = new FakeTime();
    const server = new FakeServer(time);
    server.spend(60);
    let ticks = 0;
    const took = await bring(300, server, time, () => ticks++ % 10 === 0 && server.spend(1));
    const ideal = (300 * 1000) / (LIMITS.rate / 2);
    assert.equal(server.saved.size, 300);
    assert.ok(server.refused > 0);
    assert.ok(!server.closed);
    assert.ok(took <= 1.2 * ideal, `${took} ms for ${ideal}`);
  });
});

test('An allowance fills with time, not beyond its burst, and a clock set back gives nothing', () => {
  let now = 1000;
  const allowance = new Allowance({ rate: 10, burst: 12 }, () => now);
  const taken = () => {
    let n = 0;
    while (allowance.take()) n++;
    return n;
  };
  assert.equal(taken(), 10);
  assert.equal(allowance.wait(), 100);
  now += 250;
  assert.equal(taken(), 2);
  now += 1_000_000;
  allowance.spend(12);
  assert.equal(allowance.wait(), 300);
  now -= 5000;
  assert.equal(allowance.take(), false);
  now += 300;
  assert.equal(taken(), 1);
  now += 5000;
  allowance.drain();
  assert.equal(allowance.wait(), 100);
});
