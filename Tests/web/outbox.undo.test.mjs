import assert from 'node:assert/strict';
import { describe, test } from 'node:test';
import { scene, turn } from './support/outbox.mjs';

describe('What takes a command back', () => {
  test('is asked for where the server knows it, and comes with the answer', async () => {
    const { outbox, sent, connect } = await scene();
    connect({ undo: true });
    const item = outbox.submit({ log: 'L', op: 'phase.move', args: { phase: 'vote' }, undo: true });
    await turn();
    assert.equal(sent[0].undo, true);
    const undo = { op: 'phase.move', args: { phase: 'collect' } };
    outbox.ack({ id: item.id, seq: 3, dup: false, undo });
    assert.deepEqual((await item.answer).undo, undo);
  });

  test('is not asked of an older server, which would refuse the field', async () => {
    const { outbox, sent, connect } = await scene();
    connect();
    outbox.submit({ log: 'L', op: 'phase.move', args: { phase: 'vote' }, undo: true });
    await turn();
    assert.equal('undo' in sent[0], false);
  });
});
