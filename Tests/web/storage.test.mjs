import assert from 'node:assert/strict';
import { describe, test } from 'node:test';
import { Storage } from '../../web/core/storage.js';
import { Local } from '../../web/core/local.js';
import { Device } from './support/storages.mjs';

const turn = () => new Promise((resolve) => setImmediate(resolve));
const item = (id, member = 'me') => ({ id, member, args: { text: id } });

function scene(device = new Device()) {
  const timers = [];
  const storage = new Storage({ open: device.open, later: (fn) => timers.push(fn) });
  const patienceEnds = async () => {
    await turn();
    for (const run of timers.splice(0)) run();
    await turn();
  };
  return { device, storage, patienceEnds };
}

const ids = (items) => items.map((one) => one.id);

describe('Where the device keeps things', () => {
  test('what was put is found after a reload, each member’s apart', async () => {
    const { device, storage } = scene();
    await storage.put(item('a'));
    await storage.put(item('b', 'other'));
    await storage.remove('none');
    const reloaded = scene(device).storage;
    assert.deepEqual([ids(await reloaded.of('me')), ids(await reloaded.others('me'))], [['a'], ['b']]);
    assert.equal(reloaded.lasting, true);
  });
});

describe('A database', () => {
  test('that is refused leaves the words on the page, says so, and nothing waits', async () => {
    const { device, storage } = scene();
    device.fault = 'refuses';
    let told = 0;
    storage.changed.on(() => told++);
    await storage.put(item('a'));
    assert.deepEqual([ids(await storage.of('me')), storage.lasting, told, device.opened], [['a'], false, 1, 2]);
  });

  test('that was lost in between is opened once more and given everything again', async () => {
    const { device, storage } = scene();
    await storage.put(item('a'));
    device.takeAway();
    device.kept.clear();
    await storage.put(item('b'));
    assert.deepEqual([[...device.kept.keys()], storage.lasting, device.opened], [['a', 'b'], true, 2]);
  });

  test('of which the browser tells that it is gone is opened again at once', async () => {
    const { device, storage } = scene();
    await storage.put(item('a'));
    device.kept.clear();
    device.takeAway({ told: true });
    await turn();
    assert.deepEqual([...device.kept.keys()], ['a']);
  });

  test('lost for good is said to be, and the page goes on', async () => {
    const { device, storage } = scene();
    await storage.put(item('a'));
    device.takeAway();
    device.fault = 'refuses';
    await Promise.all([storage.put(item('b')), storage.put(item('c'))]);
    await storage.remove('c');
    assert.deepEqual([ids(await storage.of('me')), storage.lasting, device.opened], [['a', 'b'], false, 3]);
  });

  test('that hangs when it is opened is waited for only so long, and taken when it comes', async () => {
    const { device, storage, patienceEnds } = scene();
    device.fault = 'hangs';
    const put = storage.put(item('a'));
    await patienceEnds();
    await put;
    assert.deepEqual([storage.lasting, device.opened, ids(await storage.of('me'))], [false, 1, ['a']]);
    device.wake();
    await turn();
    assert.deepEqual([storage.lasting, [...device.kept.keys()]], [true, ['a']]);
  });

  test('that hangs on a put is opened once more, and given up when that hangs as well', async () => {
    const { device, storage, patienceEnds } = scene();
    await storage.put(item('a'));
    device.fault = 'hangsOnPut';
    const put = storage.put(item('b'));
    await patienceEnds();
    await patienceEnds();
    await put;
    assert.deepEqual([storage.lasting, device.opened], [false, 2]);
  });

  test('in which every write fails is given up after one more opening', async () => {
    const { device, storage } = scene();
    await storage.put(item('a'));
    device.fault = 'fails';
    await storage.put(item('b'));
    assert.deepEqual([storage.lasting, ids(await storage.of('me'))], [false, ['a', 'b']]);
  });
});

describe('What is kept by name', () => {
  const missing = new Local(() => undefined);
  const refusing = new Local(() => {
    throw new Error('SecurityError');
  });
  const full = new Local(() => ({
    getItem: () => 'old',
    setItem: () => {
      throw new Error('QuotaExceededError');
    },
    removeItem: () => {},
  }));

  function isOnThePage(local) {
    assert.equal(local.setItem('draft', '字'), false);
    assert.equal(local.getItem('draft'), '字');
    assert.ok(local.names().includes('draft'));
    local.removeItem('draft');
    assert.notEqual(local.getItem('draft'), '字');
  }

  test('is on the page at least where the browser has nothing to keep it in', () => isOnThePage(missing));
  test('is on the page at least where the browser refuses to keep it', () => isOnThePage(refusing));
  test('is on the page at least where the browser is full', () => isOnThePage(full));
});
