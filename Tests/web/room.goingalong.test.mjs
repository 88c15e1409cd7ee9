import assert from 'node:assert/strict';
import { test } from 'node:test';
import { isOthers, takesMore } from '../../web/views/room/goingalong.js';

const now = (phase, beside = {}) => ({
  me: { member: 'm' },
  room: { phase },
  records: { get: (kind, id) => (id === 'a' ? beside[kind] : undefined) },
});

test('a card is withdrawn without a question where nothing goes with it that would not come back', () => {
  const mine = { id: 'a', by: 'm' };
  for (
    const [at, issue, asks] of [
      [now('collect'), mine, false],
      [now('collect'), { id: 'a', mine: true }, false],
      [now('solve'), { ...mine, votes: 0 }, false],
      [now('collect'), { id: 'a', by: 'n' }, true],
      [now('collect'), { id: 'a' }, true],
      [now('vote'), mine, true],
      [now('solve'), { ...mine, votes: 2 }, true],
      [now('solve', { talk: { comments: 1 } }), mine, true],
      [now('solve', { talk: { comments: 0 } }), mine, false],
      [now('solve', { cause: { whys: ['x'] } }), mine, true],
    ]
  ) assert.equal(takesMore(at, issue), asks, JSON.stringify([at.room, issue]));
});

test('a solution of somebody else is not dropped without a question', () => {
  assert.equal(isOthers(now('solve'), { by: 'm' }), false);
  assert.equal(isOthers(now('solve'), { by: 'n' }), true);
});
