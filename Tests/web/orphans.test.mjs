import assert from 'node:assert/strict';
import { describe, test } from 'node:test';
import { Orphans } from '../../web/core/orphans.js';
import { scene, turn } from './support/outbox.mjs';

describe('What others left unsent on the device', () => {
  async function left() {
    const before = await scene({ member: 'gone' });
    before.log('被移出前写的', { writer: '小林', on: 3 });
    await turn();
    const after = await scene({ storage: before.storage, first: 50 });
    const orphans = new Orphans({ storage: before.storage, outbox: after.outbox });
    await orphans.look();
    return { ...after, orphans };
  }

  test('is found with its words and its writer, and not among one’s own', async () => {
    const { outbox, orphans } = await left();
    assert.deepEqual(orphans.items.map((item) => [item.args.text, item.writer, item.member]), [[
      '被移出前写的',
      '小林',
      'gone',
    ]]);
    assert.deepEqual(outbox.items(), []);
  });

  test('can be submitted as who one is now, under an id of its own', async () => {
    const { orphans, connect, sent, storage } = await left();
    connect();
    orphans.adopt('id001');
    await turn();
    assert.deepEqual(sent, [{
      t: 'cmd',
      id: 'id050',
      log: 'L',
      op: 'question.log',
      args: { text: '被移出前写的' },
      on: 3,
    }]);
    assert.deepEqual([orphans.items, await storage.others('me')], [[], []]);
  });

  test('of a card or a vote does not tell whose it is', async () => {
    const before = await scene({ member: 'gone' });
    for (const op of ['issue.post', 'issue.edit', 'vote.set', 'question.promote', 'question.log']) {
      before.outbox.submit({ log: 'L', op, args: {}, writer: '小林' });
    }
    await turn();
    const { outbox } = await scene({ storage: before.storage, first: 50 });
    const orphans = new Orphans({ storage: before.storage, outbox });
    await orphans.look();
    assert.deepEqual(orphans.items.map(({ op, writer, secret }) => [op, writer, secret]), [
      ['issue.post', undefined, true],
      ['issue.edit', undefined, true],
      ['vote.set', undefined, true],
      ['question.promote', undefined, true],
      ['question.log', '小林', undefined],
    ]);
  });

  test('can be dropped', async () => {
    const { orphans, storage, sent } = await left();
    orphans.drop('id001');
    assert.deepEqual([orphans.items, await storage.of('gone'), sent], [[], [], []]);
  });
});
