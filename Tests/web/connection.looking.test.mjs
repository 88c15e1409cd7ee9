import assert from 'node:assert/strict';
import { describe, test } from 'node:test';
import { scene, snap, turn, welcome } from './support/scene.mjs';

describe('What is looked at', () => {
  test('is asked for with the socket', () => {
    assert.deepEqual(scene().addresses, ['ws://here/live']);
    assert.deepEqual(scene(undefined, 'A').addresses, ['ws://here/live?log=A']);
  });

  test('is asked for anew when another is opened; the old line serves until the new one is welcomed', () => {
    const { connection, sockets, addresses, records } = scene(undefined, 'A');
    connection.follow('A');
    sockets[0].opens();
    sockets[0].says(welcome, snap('A', 1));
    connection.look('B');
    assert.deepEqual(addresses.slice(1), ['ws://here/live?log=B']);
    sockets[1].opens();
    assert.deepEqual(sockets[1].sent[0].logs.map(({ log, at }) => [log, at?.seq]), [['D', undefined], ['A', 1]]);
    connection.follow('B');
    sockets[0].says({ t: 'ev', log: 'A', from: 2, events: [{ tag: 't2' }] }, snap('B', 1));
    assert.deepEqual([connection.state, records.log('A').at.seq, records.log('B').at.seq], ['live', 2, 1]);
    sockets[1].says(welcome, { t: 'ev', log: 'A', from: 2, events: [{ tag: 't2' }, { tag: 't3' }] });
    assert.equal(sockets[0].readyState, 3);
    assert.deepEqual([connection.state, records.log('A').at.seq], ['live', 3]);
    // What was followed since is followed there as well.
    assert.deepEqual(sockets[1].sent.filter((frame) => frame.t === 'sub').map((frame) => [frame.log, frame.at.seq]), [[
      'B',
      1,
    ]]);
    sockets[0].breaks(1006);
    assert.equal(connection.state, 'live');
  });

  test('costs nothing when the new line does not come', () => {
    const { connection, sockets, tick } = scene(undefined, 'A');
    sockets[0].opens();
    sockets[0].says(welcome, { t: 'pong', n: 1, now: 5_000_000 });
    connection.look('B');
    sockets[1].breaks(1006);
    tick(5_000);
    assert.deepEqual([connection.state, sockets.length], ['live', 2]);
    sockets[0].breaks(1006);
    tick(0);
    assert.equal(sockets.length, 3);
  });

  test('is left as it is by a look at the lobby, and not asked for while a command is on its way', async () => {
    const { connection, sockets, outbox, tick } = scene(undefined, 'A');
    sockets[0].opens();
    sockets[0].says(welcome);
    await turn();
    connection.look(undefined);
    assert.equal(sockets.length, 1);
    const { id } = outbox.submit({ log: 'A', op: 'question.log', args: { text: '问' } });
    await turn();
    connection.look('B');
    assert.equal(sockets.length, 1);
    sockets[0].says({ t: 'ack', id, log: 'A', seq: 1 });
    tick(1_000);
    assert.equal(sockets.length, 2);
  });
});

describe('Presence', () => {
  test('is repeated while true; others stay until the server says that they have gone', () => {
    const { connection, sockets, tick } = scene();
    sockets[0].opens();
    sockets[0].says(welcome);
    sockets[0].says({ t: 'pong', n: 1, now: 5_000_000 });
    connection.presence.tell('L', 'reading');
    const told = () => sockets[0].sent.filter((frame) => frame.t === 'here').length;
    assert.equal(told(), 1);
    tick(16_000);
    assert.equal(told(), 2);
    sockets[0].says({ t: 'here', log: 'L', members: { a: 'writing', b: 'reading' } });
    sockets[0].says({ t: 'here', log: 'L', members: { b: null } });
    assert.deepEqual([...connection.presence.of('L')], [['a', 'writing']]);
    tick(31_000);
    assert.deepEqual([...connection.presence.of('L')], [['a', 'writing']]);
  });

  test('says where one is to a server that reads it, and to an older one only what one does', () => {
    for (const places of [true, undefined]) {
      const { connection, sockets } = scene(undefined, 'L');
      connection.follow('L');
      sockets[0].opens();
      sockets[0].says({ ...welcome, places });
      connection.presence.tell('L', 'reading', { issue: 'i' });
      connection.presence.tell('L', 'reading', { issue: 'i' });
      const told = sockets[0].sent.filter((frame) => frame.t === 'here');
      assert.deepEqual(told, [{ t: 'here', log: 'L', doing: 'reading', ...(places && { issue: 'i' }) }]);
    }
  });

  test('is told at which issue others are, until they have gone, and where people write', () => {
    const { connection, sockets } = scene(undefined, 'L');
    connection.follow('L');
    sockets[0].opens();
    sockets[0].says(welcome);
    const { presence } = connection;
    assert.deepEqual(presence.writing('L'), { lanes: [], someone: false });
    sockets[0].says({ t: 'here', log: 'L', members: { a: 'reading', b: 'reading' }, at: { a: 'i', b: 'k' } });
    sockets[0].says({ t: 'here', log: 'L', members: { b: null }, lanes: ['host'], someone: true });
    assert.deepEqual([...presence.at('L')], [['a', 'i']]);
    assert.deepEqual(presence.writing('L'), { lanes: ['host'], someone: true });
    sockets[0].says({ t: 'here', log: 'L', members: {}, at: { a: null }, lanes: [], someone: false });
    assert.deepEqual([[...presence.at('L')], presence.writing('L').lanes], [[], []]);
  });
});
