import assert from 'node:assert/strict';
import { describe, test } from 'node:test';
import { Derived } from '../../web/core/derived.js';
import { Listed } from '../../web/core/listed.js';
import { Records } from '../../web/core/records.js';
import { Signal } from '../../web/core/signal.js';

const show = (id, channel = 'c1', title = id) => ({ id, channel, title, startsAt: 1 });
const room = (id, ...shows) => ({ id, shows, title: id });
const CHANNELS = [{ id: 'c1', name: '一', log: 'L1' }, { id: 'c2', name: '二', log: 'L2' }];

const MANY = Array.from({ length: 30 }, (_, n) => ({ id: `c${n}`, name: `${n}`, log: `L${n}` }));

/** A page whose logs a test fills, and what it follows. */
function page({ kept = {}, me = { member: 'm', directory: 'D' } } = {}) {
  const records = new Records();
  const followed = [];
  const connection = {
    me,
    changed: new Signal(),
    follow(log) {
      followed.push(log);
      return () => followed.splice(followed.indexOf(log), 1);
    },
  };
  const store = new Map(Object.entries(kept));
  const wanted = { logs: [], anew: [] };
  const listed = new Listed({
    records,
    connection,
    reader: ({ told }) => {
      wanted.told = told;
      wanted.asked = Promise.resolve();
      return Promise.resolve({ want: (logs) => (wanted.logs = logs), ask: (log) => wanted.anew.push(log) });
    },
    kept: { getItem: (name) => store.get(name) ?? null, setItem: (name, text) => store.set(name, text) },
  });
  const tell = (log, kind, put, seq = 1) => records.snap({ log, kind, at: { seq, tag: `${seq}`, view: 'v' }, put });
  const happens = (log, from, change) =>
    records.events({ log, from, events: [{ tag: `${from}`, ...change }] }, () => false);
  return { listed, records, connection, followed, store, wanted, tell, happens };
}

describe('The shows and rooms a page knows', () => {
  test('stand in the logs of the channels it follows, each once, a room of two channels too', () => {
    const { listed, tell, followed } = page();
    tell('D', 'directory', { channel: CHANNELS });
    listed.at('lobby');
    listed.follow(['c1', 'c2']);
    assert.deepEqual(followed, ['L1', 'L2']);
    tell('L1', 'channel', { show: [show('s3'), show('s1')], room: [room('r1', 's1', 's2')] });
    tell('L2', 'channel', { show: [show('s2', 'c2')], room: [room('r1', 's1', 's2')] });
    assert.deepEqual(listed.shows.map(({ id }) => id), ['s1', 's2', 's3']);
    assert.deepEqual(listed.rooms.map(({ id }) => id), ['r1']);
    assert.deepEqual([listed.show('s2').channel, listed.room('r1').shows, listed.show('s9')], [
      'c2',
      ['s1', 's2'],
      undefined,
    ]);
  });

  test('are without those that were removed, which are found by their id all the same', () => {
    const { listed, tell } = page();
    tell('D', 'directory', { channel: CHANNELS });
    listed.at('lobby');
    listed.follow(['c1']);
    tell('L1', 'channel', { show: [show('s1'), { ...show('s2'), hidden: true }] });
    assert.deepEqual(listed.shows.map(({ id }) => id), ['s1']);
    assert.deepEqual(listed.removed.map(({ id }) => id), ['s2']);
    assert.equal(listed.show('s2').title, 's2');
  });

  test('are those the directory lists where a server of before has no logs of channels', () => {
    const { listed, tell, followed } = page();
    tell('D', 'directory', { channel: [{ id: 'c1', name: '一' }], show: [show('s1')], room: [room('r1', 's1')] });
    listed.at('lobby');
    listed.follow(['c1']);
    assert.deepEqual([followed, listed.isHere(['c1'])], [[], true]);
    assert.deepEqual([listed.shows.length, listed.rooms.length, listed.show('s1').id], [1, 1, 's1']);
    assert.deepEqual(listed.thresholds('c1'), { near: 10, far: 30 });
  });

  test('are told once where both list them, and as the channel has them', () => {
    const { listed, tell, happens } = page();
    tell('D', 'directory', { channel: CHANNELS, show: [show('s1', 'c1', '旧')] });
    listed.at('lobby');
    listed.follow(['c1']);
    assert.deepEqual(listed.shows.map(({ title }) => title), ['旧']);
    tell('L1', 'channel', { show: [show('s1', 'c1', '新')] });
    assert.deepEqual(listed.shows.map(({ title }) => title), ['新']);
    happens('D', 2, { put: { show: [show('s2')] } });
    assert.deepEqual(listed.shows.map(({ id }) => id), ['s1', 's2']);
    happens('L1', 2, { put: { show: [show('s2')] } });
    assert.deepEqual(listed.shows.map(({ id }) => id), ['s1', 's2']);
  });

  test('are the same array until something of them changes', () => {
    const { listed, tell, happens } = page();
    tell('D', 'directory', { channel: CHANNELS });
    listed.at('lobby');
    listed.follow(['c1']);
    tell('L1', 'channel', { show: [show('s1')] });
    const { shows } = listed;
    happens('L1', 2, { put: { thresholds: [{ id: 'thresholds', near: 5, far: 20 }] } });
    assert.equal(listed.shows, shows);
    happens('L1', 3, { put: { show: [show('s2')] } });
    assert.notEqual(listed.shows, shows);
  });

  test('are known of anew once it is known who is here', () => {
    const { listed, connection, tell } = page({ me: null });
    listed.at('lobby');
    const count = new Derived(() => listed.shows.length);
    tell('D', 'directory', { show: [show('s1')] });
    assert.equal(count.value, 0);
    connection.me = { member: 'm', directory: 'D' };
    connection.changed.emit();
    assert.equal(count.value, 1);
  });
});

describe('The logs of channels', () => {
  test('are asked for by the first frame where that view has followed some before', () => {
    const { listed, followed } = page({
      me: null,
      kept: { member: 'm', 'lists m room': 'L1 L2', 'lists m lobby': 'L3' },
    });
    listed.at('room');
    assert.deepEqual(followed, ['L1', 'L2']);
  });

  test('are those that were asked for before the modules were here', () => {
    const { listed, followed } = page({ me: null, kept: { member: 'm', 'lists m lobby': 'L1 L2' } });
    listed.at('lobby', ['L1']);
    assert.deepEqual(followed, ['L1']);
  });

  test('are remembered by member and view', () => {
    const { listed, tell, store } = page();
    tell('D', 'directory', { channel: CHANNELS });
    listed.at('lobby');
    listed.follow(['c1', 'c2']);
    listed.at('room');
    listed.follow(['c2']);
    assert.deepEqual([...store], [['lists m lobby', 'L1 L2'], ['lists m room', 'L2']]);
  });

  test('are kept as they are until the directory has told of them', () => {
    const { listed, followed } = page({ kept: { 'lists m lobby': 'L1' } });
    listed.at('lobby');
    listed.follow([]);
    assert.deepEqual(followed, ['L1']);
  });

  test('are twelve at most, and those kept of another view are among them', () => {
    const { listed, tell, followed } = page();
    tell('D', 'directory', { channel: MANY });
    listed.at('lobby');
    listed.follow(MANY.map(({ id }) => id));
    assert.deepEqual(followed, MANY.slice(0, 12).map(({ log }) => log));
    listed.at('room');
    listed.follow(['c29', 'c28'], { most: 4 });
    assert.deepEqual(followed.slice(-2), ['L29', 'L28']);
    assert.equal(followed.length, 4);
  });

  test('are no more than that where a page of before has remembered more', () => {
    const { listed, followed } = page({ kept: { member: 'm', 'lists m lobby': MANY.map(({ log }) => log).join(' ') } });
    listed.at('lobby');
    assert.equal(followed.length, 12);
  });

  test('stay followed while another view is open: the lobby is there at once, also without a line', () => {
    const { listed, tell, followed } = page();
    tell('D', 'directory', { channel: CHANNELS });
    listed.at('lobby');
    listed.follow(['c1', 'c2']);
    listed.at('room');
    listed.follow(['c1']);
    assert.deepEqual(followed, ['L1', 'L2']);
  });

  test('are waited for until each has told what it lists, or cannot be followed', () => {
    const { listed, records, tell } = page();
    tell('D', 'directory', { channel: CHANNELS });
    listed.at('lobby');
    listed.follow(['c1', 'c2']);
    assert.equal(listed.isHere(['c1', 'c2']), false);
    tell('L1', 'channel', {});
    assert.deepEqual([listed.isHere(['c1']), listed.isHere(['c1', 'c2'])], [true, false]);
    records.refuse({ log: 'L2', code: 'unreadable' });
    assert.deepEqual([listed.isHere(['c1', 'c2']), listed.refused('c2'), listed.refused('c1')], [
      true,
      'unreadable',
      null,
    ]);
    records.distrustAll();
    assert.equal(listed.isHere(['c1']), true);
  });
});

test('A channel’s thresholds are its own, and the usual ones where it has none', () => {
  const { listed, tell, happens } = page();
  tell('D', 'directory', { channel: CHANNELS });
  listed.at('room');
  listed.follow(['c1', 'c2']);
  const far = new Derived(() => listed.thresholds('c1').far);
  tell('L1', 'channel', {});
  assert.deepEqual([listed.thresholds('c1'), far.value], [{ near: 10, far: 30 }, 30]);
  happens('L1', 2, { put: { thresholds: [{ id: 'thresholds', near: 5, far: 20 }] } });
  assert.deepEqual([listed.thresholds('c1').near, far.value, listed.thresholds('c2').far], [5, 20, 30]);
  happens('L1', 3, { cut: { thresholds: ['thresholds'] } });
  assert.deepEqual([listed.thresholds('c1').near, far.value], [10, 30]);
  assert.deepEqual(listed.thresholds(undefined), { near: 10, far: 30 });
});

describe('What channels list that are not followed', () => {
  test('is asked for, waited for, and read as what is followed', async () => {
    const { listed, tell, wanted, records } = page();
    tell('D', 'directory', { channel: MANY });
    listed.at('lobby');
    const ids = MANY.map(({ id }) => id);
    listed.follow(ids);
    for (const { log } of MANY.slice(0, 12)) tell(log, 'channel', {});
    await wanted.asked;
    assert.deepEqual(wanted.logs, MANY.slice(12).map(({ log }) => log));
    assert.equal(listed.isHere(ids), false);
    for (const log of wanted.logs) records.list({ log, seq: 3, put: { show: [show(`s ${log}`, 'c')] } });
    assert.equal(listed.isHere(ids), true);
    assert.equal(listed.shows.length, 18);
  });

  test('stays as it was when a channel is followed no more', () => {
    const { listed, tell } = page();
    tell('D', 'directory', { channel: MANY });
    listed.at('lobby');
    listed.follow(['c0']);
    tell('L0', 'channel', { show: [show('s1')] });
    listed.follow(MANY.map(({ id }) => id).reverse());
    assert.deepEqual(listed.shows.map(({ id }) => id), ['s1']);
  });

  test('is asked for anew after a command was saved there', async () => {
    const { listed, tell, wanted } = page();
    tell('D', 'directory', { channel: MANY });
    listed.at('lobby');
    listed.follow(MANY.map(({ id }) => id));
    await listed.saved('L0');
    await listed.saved('L20');
    assert.deepEqual(wanted.anew, ['L20']);
  });

  test('was not to be had: that is said', async () => {
    const { listed, tell, wanted } = page();
    tell('D', 'directory', { channel: MANY });
    listed.at('lobby');
    listed.follow(MANY.map(({ id }) => id));
    await wanted.asked;
    assert.equal(listed.failed, false);
    wanted.told(true);
    assert.equal(listed.failed, true);
  });
});

describe('The rooms a page knows', () => {
  test('are without those that were archived, which are listed apart and found by their id all the same', () => {
    const { listed, tell } = page();
    tell('D', 'directory', { channel: CHANNELS });
    listed.at('lobby');
    listed.follow(['c1']);
    tell('L1', 'channel', { show: [show('s1')], room: [room('r1', 's1'), { ...room('r2', 's1'), archived: true }] });
    const names = (rooms) => rooms.map(({ id }) => id);
    assert.deepEqual([listed.rooms, listed.archived, listed.everyRoom].map(names), [['r1'], ['r2'], ['r1', 'r2']]);
    assert.equal(listed.room('r2').archived, true);
  });
});
