/** What steers a live room is not kept in the outbox for later. */
import assert from 'node:assert/strict';
import { describe, test } from 'node:test';
import { steers } from '../../web/core/acts.js';
import { Outbox } from '../../web/core/outbox.js';
import { ACTS } from '../../web/core/wire.js';
import { turn } from './support/outbox.mjs';
import { pageOnly } from './support/storages.mjs';

describe('What steers a room', () => {
  const begin = async (storage = pageOnly()) => {
    let now = Date.now();
    const outbox = new Outbox({ storage, now: () => now });
    const sent = [];
    await outbox.open('me');
    return { outbox, storage, sent, wait: (ms) => (now += ms), connect: () => outbox.opened((it) => sent.push(...it)) };
  };
  const move = { log: 'R', op: 'phase.move', args: { phase: 'closed' } };

  test('is sent again after a moment without a line, and not after longer: then it is told of, and other words are sent', async () => {
    const { outbox, sent, wait, connect } = await begin();
    connect();
    const first = outbox.submit(move);
    const card = outbox.submit({ log: 'R', op: 'issue.post', args: { text: '卡' } });
    await turn();
    outbox.closed();
    wait(2_000);
    connect();
    assert.deepEqual(sent.map(({ op }) => op), ['phase.move', 'issue.post', 'phase.move', 'issue.post']);
    outbox.closed();
    wait(60_000);
    sent.length = 0;
    connect();
    assert.deepEqual(sent.map(({ op }) => op), ['issue.post']);
    assert.deepEqual([first.state, first.code, card.state], ['refused', 'late', 'saving']);
    assert.equal((await first.answer).saved, false);
  });

  test('is not kept where it finds no line, and goes out when it is pressed again', async () => {
    const { outbox, sent, connect } = await begin();
    const item = outbox.submit(move);
    assert.deepEqual([item.state, item.code], ['refused', 'late']);
    connect();
    await turn();
    assert.deepEqual(sent, []);
    outbox.retry(item.id);
    assert.deepEqual(sent.map(({ op }) => op), ['phase.move']);
  });

  test('is not sent by the next page, where its own was left before it was answered', async () => {
    const { outbox, storage, connect } = await begin();
    connect();
    outbox.submit(move);
    await turn();
    const next = await begin(storage);
    next.connect();
    await turn();
    assert.deepEqual(next.sent, []);
    assert.equal(next.outbox.items()[0].code, 'late');
  });

  test('is every command of that kind, and no words', () => {
    const ops = Object.keys(ACTS).filter(steers);
    assert.deepEqual(ops.filter((op) => Object.values(ACTS[op].fields).some(({ text }) => text)), []);
    for (const op of ['phase.move', 'cards.reveal', 'timer.start', 'facilitator.hand', 'action.defer', 'focus.set']) {
      assert.ok(ops.includes(op), op);
    }
  });
});
