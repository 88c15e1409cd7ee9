import assert from 'node:assert/strict';
import { test } from 'node:test';
import { reviewsOf } from '../../web/views/lobby/reviewed.js';

const DAY = 86_400_000;
const now = 1_000 * DAY;
const shows = [
  { id: 'a', channel: '羊绒', startsAt: now - 2 * DAY },
  { id: 'b', channel: '大衣', startsAt: now - 20 * DAY },
  { id: 'c', channel: '羊绒', startsAt: now - 40 * DAY },
];
const rooms = [
  { id: 'one', shows: ['a'], openedAt: now },
  { id: 'two', shows: ['b', 'c'], openedAt: now },
  { id: 'three', shows: ['c'], openedAt: now },
  { id: 'gone', shows: ['removed'], openedAt: now },
];
const phases = { one: 'vote', two: 'closed', three: 'prepare' };
const all = { rooms, shows, phaseOf: (id) => phases[id], now };
const ids = (chosen) => reviewsOf(all, chosen).map(({ room }) => room.id);

test('given all reviews, when nothing is chosen, then they stand newest first, without those of removed shows', () => {
  assert.deepEqual(ids({}), ['one', 'two', 'three']);
});

for (
  const [chosen, expected] of [
    [{ channel: '羊绒' }, ['one', 'two', 'three']],
    [{ channel: '大衣' }, ['two']],
    [{ days: 30 }, ['one', 'two']],
    [{ phase: 'closed' }, ['two']],
    [{ phase: 'open' }, ['one', 'three']],
    [{ channel: '羊绒', days: 30, phase: 'open' }, ['one']],
  ]
) {
  test(`given all reviews, when ${JSON.stringify(chosen)} is chosen, then ${expected.join(' ')} stand there`, () => {
    assert.deepEqual(ids(chosen), expected);
  });
}
