import assert from 'node:assert/strict';
import { describe, test } from 'node:test';
import { scene, turn } from './support/outbox.mjs';

describe('While connected', () => {
  test('a command is kept before it is sent, and gone once acknowledged', async () => {
    const { outbox, storage, sent, connect, log } = await scene();
    connect();
    const item = log('尺码');
    assert.equal(item.state, 'saving');
    assert.deepEqual(sent, []);
    await turn();
    assert.equal((await storage.of('me')).length, 1);
    assert.deepEqual(sent, [{ t: 'cmd', id: 'id001', log: 'L', op: 'question.log', args: { text: '尺码' } }]);
    outbox.ack({ id: 'id001', seq: 7 });
    assert.deepEqual(await item.answer, { saved: true, seq: 7, dup: undefined });
    assert.deepEqual(outbox.counts, { unsaved: 0, refused: 0 });
    assert.deepEqual(await storage.of('me'), []);
  });

  test('a refusal keeps the words and the reason until they are dismissed', async () => {
    const { outbox, storage, connect, log } = await scene();
    connect();
    const item = log('太长');
    await turn();
    outbox.nack({
      id: item.id,
      code: 'invalid',
      detail: { field: 'text', problem: 'tooLong', limit: 500 },
      retry: false,
    });
    assert.equal((await item.answer).code, 'invalid');
    assert.deepEqual([item.state, item.args.text, item.detail.limit], ['refused', '太长', 500]);
    assert.deepEqual(outbox.counts, { unsaved: 0, refused: 1 });
    outbox.dismiss(item.id);
    assert.deepEqual(outbox.items(), []);
    assert.deepEqual(await storage.of('me'), []);
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

  test('what an older server keeps from being stored waits alone, with those of its kind behind it', async () => {
    const { outbox, connect, sent, timers, ids } = await scene();
    connect();
    const tag = (log, tags) => outbox.submit({ log, op: 'issue.tag', args: { issue: 'i', tags } });
    const first = tag('L', ['一']);
    await turn();
    const told = [];
    outbox.changed.on(() => told.push(first.held));
    outbox.nack({ id: first.id, code: 'unavailable', retry: true, detail: { older: true } });
    assert.deepEqual([first.state, first.held, told], ['saving', 'older', ['older']]);
    tag('L', ['一', '二']);
    const elsewhere = tag('M', ['三']);
    const other = outbox.submit({ log: 'L', op: 'vote.set', args: { issue: 'i', votes: 1 } });
    await turn();
    assert.deepEqual(ids(), [first.id, elsewhere.id, other.id]);
    sent.length = 0;
    assert.deepEqual(
      timers.map(({ ms }) => ms),
      [5_000],
    );
    timers[0].fn();
    assert.deepEqual(ids(), [first.id, 'id002']);
    assert.equal(first.held, 'older');
    outbox.ack({ id: first.id, seq: 1 });
    assert.equal((await first.answer).saved, true);
  });

  test('what a log that cannot be read keeps from being stored holds up no other log', async () => {
    const { outbox, connect, timers, ids } = await scene();
    connect({ inFlight: 2 });
    const put = (log) => outbox.submit({ log, op: 'issue.post', args: { text: log } });
    const [first, second, third] = [put('broken'), put('broken'), put('broken')];
    const other = put('sound');
    await turn();
    assert.deepEqual(ids(), [first.id, second.id]);
    const away = { code: 'unavailable', retry: true, detail: { unreadable: true } };
    outbox.nack({ id: first.id, ...away });
    outbox.nack({ id: second.id, ...away });
    assert.deepEqual(ids(), [first.id, second.id, other.id]);
    outbox.ack({ id: other.id, seq: 1 });
    assert.deepEqual([first, second, third].map(({ held }) => held ?? null), ['unreadable', 'unreadable', null]);
    assert.deepEqual(timers.map(({ ms }) => ms), [60_000]);
    timers[0].fn();
    assert.deepEqual(ids().slice(3), [first.id, second.id]);
  });

  test('a log that is away is asked again less and less often, until it answers', async () => {
    const { outbox, connect, timers, log } = await scene();
    connect();
    const item = log('等等');
    await turn();
    for (const round of [0, 1, 2]) {
      outbox.nack({ id: item.id, code: 'unavailable', retry: true });
      timers[round].fn();
    }
    assert.deepEqual([timers.map(({ ms }) => ms), item.state, item.held], [[250, 500, 1_000], 'saving', undefined]);
    outbox.ack({ id: item.id, seq: 1 });
    const next = log('再来');
    await turn();
    outbox.nack({ id: next.id, code: 'busy', retry: true });
    assert.equal(timers[3].ms, 250);
  });

  test('what an older server kept from being stored goes out on a new line at once', async () => {
    const { outbox, connect, sent, ids, log } = await scene();
    connect();
    const item = log('早');
    await turn();
    outbox.nack({ id: item.id, code: 'unavailable', retry: true, detail: { older: true } });
    outbox.closed();
    sent.length = 0;
    connect();
    assert.deepEqual([ids(), item.held], [[item.id], null]);
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
    assert.deepEqual(outbox.items().map((item) => item.state), ['saving', 'saving']);
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
    assert.deepEqual(after.outbox.items().map((item) => [item.args.text, item.state]), [['被拒', 'refused'], [
      '没回',
      'waiting',
    ], ['新的', 'waiting']]);
    assert.equal(after.outbox.items()[0].code, 'forbidden');
    after.connect();
    assert.deepEqual(after.ids(), ['id002', 'id050']);
  });
});

describe('Something that the server cannot read', () => {
  test('ends the connection twice and is then refused, and the others pass', async () => {
    const { outbox, connect, log, ids } = await scene();
    connect();
    for (const text of ['一', '坏', '三']) log(text);
    await turn();
    outbox.closed(4000);
    connect();
    assert.deepEqual(ids().slice(3), ['id001'], 'under suspicion each goes alone');
    outbox.ack({ id: 'id001', seq: 1 });
    assert.deepEqual(ids().slice(4), ['id002']);
    outbox.closed(4000);
    assert.deepEqual([outbox.get('id002').state, outbox.get('id002').code], ['refused', 'unreadable']);
    connect();
    outbox.ack({ id: 'id003', seq: 2 });
    assert.deepEqual(outbox.items().map((item) => item.args.text), ['坏']);
  });

  test('stays under suspicion through a reload, and in a second tab', async () => {
    const first = await scene();
    first.connect();
    first.log('坏');
    first.log('好');
    await turn();
    first.outbox.closed(4013);
    await turn();
    const second = await scene({ storage: first.storage, first: 50 });
    second.connect();
    assert.deepEqual(second.ids(), ['id001']);
    second.outbox.closed(4000);
    second.connect();
    assert.deepEqual(second.ids(), ['id001', 'id002']);
  });

  test('is not whatever was in flight when the line was merely cut', async () => {
    const { outbox, connect, log, ids } = await scene();
    connect();
    log('一');
    log('二');
    await turn();
    for (const code of [1006, 4003, 4009, 1006]) {
      outbox.closed(code);
      connect();
    }
    assert.equal(outbox.counts.refused, 0);
    assert.deepEqual(ids().slice(-2), ['id001', 'id002']);
  });

  test('is made readable before it is sent, also when an earlier page kept it', async () => {
    const { storage, outbox, connect, log, sent } = await scene();
    log('半个\ud83d');
    await storage.put({
      id: 'id000',
      member: 'late',
      log: 'L',
      op: 'question.log',
      args: { text: 'a\u0000\v' },
      state: 'waiting',
    });
    connect();
    await turn();
    await outbox.open('late');
    assert.deepEqual(sent.map((frame) => frame.args.text), ['半个\ufffd', 'a\n']);
  });
});

describe('Whatever is not saved', () => {
  test('can be dropped, and a form that waits for it hears so', async () => {
    const { outbox, storage, connect, log, ids } = await scene();
    connect({ inFlight: 1 });
    const [sent, waiting] = [log('已发'), log('没发')];
    await turn();
    outbox.drop(waiting.id);
    outbox.drop(sent.id);
    assert.deepEqual([await sent.answer, await waiting.answer], Array(2).fill({ saved: false, code: 'dropped' }));
    assert.deepEqual([outbox.items(), await storage.of('me')], [[], []]);
    log('下一条');
    outbox.ack({ id: sent.id, seq: 1 });
    await turn();
    assert.deepEqual(ids(), ['id001', 'id003']);
  });

  test('leaves with nobody when its member signs out, and is there when they come back', async () => {
    const { outbox, connect, log, ids } = await scene();
    log('没发');
    await turn();
    outbox.leave();
    connect();
    assert.deepEqual([outbox.items(), ids()], [[], []]);
    await outbox.open('me');
    assert.deepEqual(ids(), ['id001']);
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
    assert.equal((await first.storage.of('me')).length, 1);
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
    assert.equal((await storage.of('me')).length, 1);
  });
});
