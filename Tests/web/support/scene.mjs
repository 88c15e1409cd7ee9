// A connection with a socket, a clock and a storage that a test holds in its hands.
import { Clock } from '../../../web/core/clock.js';
import { Connection } from '../../../web/core/connection.js';
import { Outbox } from '../../../web/core/outbox.js';
import { Records } from '../../../web/core/records.js';
import { FakeTime } from '../fake-time.mjs';
import { pageOnly } from './storages.mjs';

export const turn = () => new Promise((resolve) => setImmediate(resolve));
export const ME = { member: 'me', directory: 'D', playbook: 'P' };
export const welcome = {
  t: 'welcome',
  v: 1,
  me: ME,
  limits: { message: 65_536, inFlight: 32 },
  now: 5_000_000,
  heartbeat: 25,
};

export class FakeSocket {
  readyState = 0;
  sent = [];
  send(text) {
    this.sent.push(...JSON.parse(text));
  }
  close() {
    this.readyState = 3;
  }
  opens() {
    this.readyState = 1;
    this.onopen();
  }
  says(...frames) {
    this.onmessage({ data: JSON.stringify(frames) });
  }
  breaks(code) {
    this.readyState = 3;
    this.onclose({ code });
  }
}

export const snap = (log, seq) => ({
  t: 'snap',
  log,
  kind: 'room',
  at: { seq, tag: `t${seq}`, view: 'v' },
  part: 1,
  parts: 1,
  put: {},
});

export function scene(random = () => 0, looked = undefined, probe = undefined) {
  const sockets = [];
  const time = new FakeTime();
  const clock = new Clock(time.wall);
  const records = new Records();
  const outbox = new Outbox({ storage: pageOnly() });
  const addresses = [];
  const connection = new Connection({
    url: 'ws://here/live',
    tab: 'tab',
    records,
    outbox,
    clock,
    random,
    time,
    probe,
    open: (address) => (addresses.push(address), sockets.push(new FakeSocket()), sockets.at(-1)),
  });
  connection.look(looked);
  connection.start();
  return { addresses, connection, sockets, clock, records, outbox, time, tick: (ms) => time.tick(ms) };
}
