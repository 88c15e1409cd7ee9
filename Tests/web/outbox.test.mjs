import assert from 'node:assert/strict';
import { describe, test } from 'node:test';
import { Outbox } from '../../web/core/outbox.js';
import { MemoryStorage } from '../../web/core/storage.js';

const turn = () => new Promise(resolve => setImmediate(resolve));

async function scene({ storage = new MemoryStorage(), member = 'me', first = 1 } = {}) {
  let n = first;
  const timers = [];
  const outbox = new Outbox({ storage, uuid: () => `id${String(n++).padStart(3, '0')}`, later: (fn, ms) => timers.push({ fn, ms }) });
  const sent = [];
  const connect = limits => outbox.opened(frames => sent.push(...frames), limits);
  if (member) await outbox.open(member);
  const log = (text, more = {}) => outbox.submit({ log: 'L', op: 'question.log', args: { text }, ...more });
  return { outbox, storage, sent, connect, log, timers, ids: () => sent.map(frame => frame.id) };
}

describe('While connected', () => {
  test('a command is kept before it is sent, and gone once acknowledged', async () => {
    const { outbox, storage, sent, connect, log } = await scene();
    connect();
    const item = log('尺码');
    assert.equal(item.state, 'saving');
    assert.deepEqual(sent, []);
    await turn();
    assert.equal((await storage.all('me')).length, 1);
    assert.deepEqual(sent, [{ t: 'cmd', id: 'id001', log: 'L', op: 'question.log', args: { text: '尺码' } }]);
    outbox.ack({ id: 'id001', seq: 7 });
    assert.deepEqual(await item.answer, { saved: true, seq: 7, dup: undefined });
    assert.deepEqual(outbox.counts, { unsaved: 0, refused: 0 });
    assert.deepEqual(await storage.all('me'), []);
  });

  test('a refusal keeps the words and the reason until they are dismissed', async () => {
    const { outbox, storage, connect, log } = await scene();
    connect();
    const item = log('太长');
    await turn();
    outbox.nack({ id: item.id, code: 'invalid', detail: { field: 'text', problem: 'tooLong', limit: 500 }, retry: false });
    assert.equal((await item.answer).code, 'invalid');
    assert.deepEqual([item.state, item.args.text, item.detail.limit], ['refused', '太长', 500]);
    assert.deepEqual(outbox.counts, { unsaved: 0, refused: 1 });
    outbox.dismiss(item.id);
    assert.deepEqual(outbox.items(), []);
    assert.deepEqual(await storage.all('me'), []);
  });

  test('a refused command tried again goes out unchanged', async () => {
    const { outbox, connect, sent, log } = await scene();
    connect();
    const item = log('再来');
    await turn();
    outbox.nack({ id: item.id, code: 'phase', retry: false });
    outbox.retry(item.id);
    assert.deepEqual(sent[1], sent[0]);
  });

  test('no more are in flight than the server allows, and the rest follow in order', async () => {
    const { outbox, connect, log, ids } = await scene();
    connect({ inFlight: 2 });
    for (const text of ['一', '二', '三', '四']) log(text);
    await turn();
    assert.deepEqual(ids(), ['id001', 'id002']);
    outbox.ack({ id: 'id001', seq: 1 });
    assert.deepEqual(ids(), ['id001', 'id002', 'id003']);
  });

  test('asked for patience, it waits as told and sends again', async () => {
    const { outbox, connect, log, ids, timers } = await scene();
    connect();
    const item = log('快');
    await turn();
    outbox.nack({ id: item.id, code: 'rate', retry: true, detail: { after: 800 } });
    assert.equal(item.state, 'saving');
    log('更快');
    await turn();
    assert.deepEqual(ids(), ['id001']);
    assert.equal(timers[0].ms, 800);
    timers[0].fn();
    assert.deepEqual(ids(), ['id001', 'id001', 'id002']);
  });

  test('what is on its way cannot be dismissed', async () => {
    const { outbox, connect, log } = await scene();
    connect();
    const item = log('已发');
    outbox.dismiss(item.id);
    assert.equal(outbox.get(item.id), item);
  });
});

describe('Without a connection', () => {
  test('commands wait, and go out in order when it is back', async () => {
    const { outbox, connect, log, ids } = await scene();
    assert.equal(log('一').state, 'waiting');
    log('二');
    await turn();
    assert.deepEqual(ids(), []);
    connect();
    assert.deepEqual(ids(), ['id001', 'id002']);
    assert.deepEqual(outbox.items().map(item => item.state), ['saving', 'saving']);
  });

  test('what was in flight when it broke is sent again, unchanged', async () => {
    const { outbox, connect, sent, log } = await scene();
    connect();
    log('断了', { on: 4, occurredAt: 99 });
    await turn();
    outbox.closed();
    assert.equal(outbox.items()[0].state, 'waiting');
    connect();
    assert.deepEqual(sent[1], sent[0]);
    assert.deepEqual([sent[1].on, sent[1].occurredAt], [4, 99]);
  });

  test('a reload loses nothing: unanswered ones are resent, refused ones still tell why', async () => {
    const before = await scene();
    before.connect();
    const refused = before.log('被拒');
    before.log('没回');
    await turn();
    before.outbox.nack({ id: refused.id, code: 'forbidden', retry: false });
    await turn();

    const after = await scene({ storage: before.storage, first: 50 });
    after.log('新的');
    await turn();
    assert.deepEqual(after.outbox.items().map(item => [item.args.text, item.state]), [['被拒', 'refused'], ['没回', 'waiting'], ['新的', 'waiting']]);
    assert.equal(after.outbox.items()[0].code, 'forbidden');
    after.connect();
    assert.deepEqual(after.ids(), ['id002', 'id050']);
  });
});

describe('Members', () => {
  test('one member’s unsent words are never sent as another’s', async () => {
    const first = await scene();
    first.log('我的');
    await turn();
    const other = await scene({ storage: first.storage, member: 'other' });
    other.connect();
    assert.deepEqual(other.ids(), []);
    assert.equal((await first.storage.all('me')).length, 1);
  });

  test('what was written before the member was known is theirs', async () => {
    const { outbox, storage, connect, log, ids } = await scene({ member: null });
    log('早');
    connect();
    await turn();
    assert.deepEqual(ids(), []);
    await outbox.open('me');
    assert.deepEqual(ids(), ['id001']);
    await turn();
    assert.equal((await storage.all('me')).length, 1);
  });
});
