import assert from 'node:assert/strict';
import { describe, test } from 'node:test';
import { backoff } from '../../web/core/backoff.js';
import { scene, turn, welcome } from './support/scene.mjs';

test('The wait is fully jittered, doubles, and never passes 30 s', () => {
  assert.equal(backoff(0, () => 1), 500);
  assert.equal(backoff(3, () => 1), 4000);
  assert.equal(backoff(60, () => 1), 30_000);
  assert.equal(backoff(60, () => 0), 0);
});

describe('A connection', () => {
  test('says hello with what it follows and where it stands, and is live once welcomed', () => {
    const { connection, sockets, records, clock } = scene();
    connection.follow('L');
    records.snap({ log: 'L', kind: 'room', at: { seq: 4, tag: 'x', view: 'v' }, part: 1, parts: 1, put: {} });
    sockets[0].opens();
    assert.deepEqual(sockets[0].sent, [{
      t: 'hello',
      v: 1,
      tab: 'tab',
      logs: [{ log: 'L', at: { seq: 4, tag: 'x', view: 'v' } }],
    }]);
    assert.equal(connection.state, 'connecting');
    sockets[0].says(welcome);
    assert.equal(connection.state, 'live');
    assert.equal(clock.now(), 5_000_000);
  });

  test('asks for what was opened between its greeting and the answer', () => {
    const { connection, sockets } = scene();
    connection.follow('L');
    sockets[0].opens();
    connection.follow('late');
    sockets[0].says(welcome);
    assert.deepEqual(sockets[0].sent.filter((frame) => frame.t === 'sub'), [{ t: 'sub', log: 'late', at: null }]);
  });

  test('applies what it hears and comes back by itself after a break', () => {
    const { connection, sockets, records, tick } = scene(() => 1);
    sockets[0].opens();
    sockets[0].says(welcome, {
      t: 'snap',
      log: 'D',
      kind: 'directory',
      at: { seq: 1, tag: 'a', view: 'v' },
      part: 1,
      parts: 1,
      put: {},
    });
    sockets[0].says({ t: 'ev', log: 'D', from: 2, events: [{ tag: 'b', put: { channel: [{ id: 'c' }] } }] });
    assert.equal(records.log('D').count('channel'), 1);
    sockets[0].breaks(1006);
    assert.equal(connection.state, 'offline');
    tick(499);
    assert.equal(sockets.length, 1);
    tick(1);
    sockets[1].opens();
    assert.deepEqual(sockets[1].sent[0].logs, [{ log: 'D', at: { seq: 2, tag: 'b', view: 'v' } }]);
  });

  test('after a gap does not trust its position any more', () => {
    const { sockets, records, tick } = scene();
    sockets[0].opens();
    sockets[0].says(welcome, {
      t: 'snap',
      log: 'D',
      kind: 'directory',
      at: { seq: 1, tag: 'a', view: 'v' },
      part: 1,
      parts: 1,
      put: { channel: [{ id: 'c' }] },
    });
    sockets[0].says({ t: 'ev', log: 'D', from: 9, events: [{ tag: 'z' }] }, { t: 'ack', id: 'x', log: 'D', seq: 9 });
    tick(0);
    sockets[1].opens();
    assert.deepEqual(sockets[1].sent[0].logs, [{ log: 'D', at: null }]);
    assert.equal(records.log('D').count('channel'), 1);
  });

  test('obeys the wait that a bye advises', () => {
    const { connection, sockets, tick } = scene();
    sockets[0].opens();
    sockets[0].says(welcome, { t: 'bye', code: 4003, after: 7000 });
    sockets[0].breaks(4003);
    assert.equal(connection.retryAt, 1_007_000);
    tick(6999);
    assert.equal(sockets.length, 1);
    tick(1);
    assert.equal(sockets.length, 2);
  });

  test('signed out or out of date does not come back', () => {
    for (const [code, state] of [[4401, 'signedOut'], [4403, 'signedOut'], [4001, 'outdated']]) {
      const { connection, sockets, tick } = scene();
      sockets[0].opens();
      sockets[0].breaks(code);
      tick(60_000);
      assert.deepEqual([connection.state, sockets.length], [state, 1]);
    }
  });

  test('knows a server that is there without its database from a network that is away', () => {
    const { connection, sockets, tick } = scene();
    sockets.at(-1).opens();
    sockets.at(-1).breaks(4007);
    assert.deepEqual([connection.state, connection.storeless], ['offline', true]);
    tick(0);
    sockets.at(-1).breaks(1006);
    assert.deepEqual([connection.state, connection.storeless], ['offline', false]);
    tick(60_000);
    sockets.at(-1).opens();
    sockets.at(-1).breaks(4007);
    tick(60_000);
    sockets.at(-1).opens();
    sockets.at(-1).says(welcome);
    assert.equal(connection.storeless, false);
  });

  test('asks why when the handshake fails again, and says that the server takes the page for a stranger', async () => {
    let asked = 0;
    const { connection, sockets, tick } = scene(() => 0, undefined, async () => (asked++, 'origin'));
    sockets.at(-1).breaks(1006);
    await turn();
    assert.deepEqual([asked, connection.refusal], [0, null]);
    tick(0);
    sockets.at(-1).breaks(1006);
    await turn();
    assert.deepEqual([asked, connection.refusal, connection.state], [1, 'origin', 'offline']);
    tick(0);
    sockets.at(-1).opens();
    sockets.at(-1).says(welcome);
    assert.equal(connection.refusal, null);
    sockets.at(-1).breaks(1006);
    await turn();
    assert.equal(asked, 1);
  });

  test('pings after silence, and gives up on a dead one', () => {
    const { connection, sockets, tick } = scene();
    sockets[0].opens();
    sockets[0].says(welcome);
    const pings = () => sockets[0].sent.filter((frame) => frame.t === 'ping').length;
    sockets[0].says({ t: 'pong', n: 1, now: 5_000_000 });
    assert.equal(pings(), 1);
    tick(27_000);
    assert.equal(pings(), 2);
    assert.equal(connection.state, 'live');
    tick(9_000);
    assert.equal(sockets.length, 2);
    assert.notEqual(connection.state, 'live');
  });

  test('gives a line up when something is unanswered and nothing has come for ten seconds', async () => {
    const { connection, sockets, outbox, tick } = scene();
    sockets[0].opens();
    sockets[0].says(welcome, { t: 'pong', n: 1, now: 5_000_000 });
    await turn();
    tick(20_000);
    outbox.submit({ log: 'L', op: 'question.log', args: { text: '问' } });
    await turn();
    tick(9_000);
    assert.equal(connection.state, 'live');
    tick(3_000);
    assert.equal(sockets.length, 2);
  });

  test('keeps a line that answers pings while the server works on something', async () => {
    const { connection, sockets, outbox, tick } = scene();
    sockets[0].opens();
    sockets[0].says(welcome, { t: 'pong', n: 1, now: 5_000_000 });
    await turn();
    outbox.submit({ log: 'L', op: 'question.log', args: { text: '问' } });
    await turn();
    for (let second = 0; second < 30; second += 1) {
      tick(1_000);
      const ping = sockets[0].sent.findLast((frame) => frame.t === 'ping');
      if (ping.n !== sockets[0].ponged) sockets[0].says({ t: 'pong', n: sockets[0].ponged = ping.n, now: 5_000_000 });
    }
    assert.deepEqual([connection.state, sockets.length], ['live', 1]);
  });

  test('does not take a dropped ping for silence when something else comes', () => {
    const { connection, sockets, tick } = scene();
    sockets[0].opens();
    sockets[0].says(welcome);
    tick(5_000);
    sockets[0].says({ t: 'here', log: 'L', members: {} });
    tick(24_000);
    assert.deepEqual([connection.state, sockets.length], ['live', 1]);
  });

  test('gives the next line longer, until something is answered: it may be slow, not dead', async () => {
    const { sockets, outbox, tick } = scene();
    sockets[0].opens();
    sockets[0].says(welcome, { t: 'pong', n: 1, now: 5_000_000 });
    await turn();
    const { id } = outbox.submit({ log: 'L', op: 'question.log', args: { text: '问' } });
    await turn();
    tick(12_000);
    sockets[1].opens();
    sockets[1].says(welcome);
    await turn();
    tick(19_000);
    assert.equal(sockets.length, 2);
    sockets[1].says({ t: 'ack', id, log: 'L', seq: 1, dup: true });
    outbox.submit({ log: 'L', op: 'question.log', args: { text: '又问' } });
    await turn();
    tick(12_000);
    assert.equal(sockets.length, 3);
  });

  test('measures silence by a clock that nobody sets', () => {
    for (const hours of [-5, 5]) {
      const { connection, sockets, time, tick } = scene();
      sockets[0].opens();
      sockets[0].says(welcome, { t: 'pong', n: 1, now: 5_000_000 });
      time.set = hours * 3_600_000;
      tick(1000);
      assert.equal(connection.state, 'live');
      tick(60_000);
      assert.notEqual(sockets.length, 1, `the clock was set by ${hours} hours, and the line is dead`);
    }
  });

  test('asks for the time again when the clock was set, and whether the line outlived a sleep', () => {
    const { connection, sockets, clock, time, tick } = scene();
    sockets[0].opens();
    sockets[0].says(welcome, { t: 'pong', n: 1, now: 5_000_000 });
    const pings = () => sockets[0].sent.filter((frame) => frame.t === 'ping');
    const before = pings().length;
    time.set = 3_600_000;
    tick(1000);
    assert.equal(pings().length, before + 1);
    sockets[0].says({ t: 'pong', n: pings().at(-1).n, now: 6_000_000 });
    assert.equal(clock.now(), 6_000_000);
    time.set = 0;
    tick(12_000);
    assert.notEqual(connection.state, 'live');
  });

  test('asks at once whether anyone is there when another log is followed', () => {
    const { connection, sockets, tick } = scene();
    sockets[0].opens();
    sockets[0].says(welcome, { t: 'pong', n: 1, now: 5_000_000 });
    connection.follow('L');
    tick(11_000);
    assert.equal(sockets.length, 2);
  });

  test('leaves a log the server cannot read alone for a minute, and goes on with the others', () => {
    const { connection, sockets, records, time, tick } = scene();
    sockets[0].opens();
    sockets[0].says(welcome);
    connection.follow('L');
    sockets[0].says({ t: 'refused', log: 'L', code: 'unreadable' });
    assert.equal(records.log('L').refused, 'unreadable');
    assert.equal(connection.state, 'live');
    const asked = () =>
      sockets.flatMap((socket) => socket.sent).filter(({ t, log, logs }) =>
        (t === 'sub' && log === 'L') || logs?.some((one) => one.log === 'L')
      ).length;
    assert.equal(asked(), 1);
    sockets[0].breaks(1006);
    tick(0);
    sockets[1].opens();
    sockets[1].says(welcome);
    assert.equal(asked(), 1);
    for (let second = 0; second < 61; second += 1) {
      sockets.at(-1).says({ t: 'pong', n: 0, now: time.wall() });
      tick(1000);
    }
    assert.equal(asked(), 2);
  });

  test('follows what was asked for between hello and welcome', () => {
    const { connection, sockets } = scene();
    sockets[0].opens();
    connection.follow('L');
    sockets[0].says(welcome);
    assert.deepEqual(sockets[0].sent.filter((frame) => frame.t === 'sub'), [{ t: 'sub', log: 'L', at: null }]);
  });

  test('sends what waited in the outbox, before and after a break, under one id', async () => {
    const { connection, sockets, outbox, tick } = scene();
    sockets[0].opens();
    sockets[0].says(welcome);
    await turn();
    const item = outbox.submit({ log: 'L', op: 'question.log', args: { text: '问' } });
    await turn();
    const sent = () => sockets.at(-1).sent.filter((frame) => frame.t === 'cmd').map((frame) => frame.id);
    assert.deepEqual(sent(), [item.id]);
    sockets[0].breaks(1006);
    assert.equal(item.state, 'waiting');
    tick(0);
    sockets[1].opens();
    sockets[1].says(welcome);
    await turn();
    assert.deepEqual(sent(), [item.id]);
    sockets[1].says({ t: 'ack', id: item.id, log: 'L', seq: 1, dup: true });
    assert.deepEqual(await item.answer, { saved: true, seq: 1, dup: true });
    assert.equal(connection.state, 'live');
  });
});
