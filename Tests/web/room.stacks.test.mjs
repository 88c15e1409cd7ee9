import assert from 'node:assert/strict';
import { describe, test } from 'node:test';
import { byNumber } from '../../web/views/room/order.js';
import { pending } from '../../web/views/room/pending.js';
import { stacked } from '../../web/views/room/stacks.js';

const issues = [{ id: 'c', no: 3 }, { id: 'a', no: 1 }, { id: 'b', no: 2, votes: 0 }, { id: 'd', no: 4 }];
const ids = (list) => list.map(({ id }) => id);

describe('cards put together', () => {
  test('stand where the first of them by number stands', () => {
    const { tops, heads } = stacked(issues, [{ id: 'g', title: '', issues: ['c', 'b'] }], byNumber);
    assert.deepEqual(ids(tops), ['a', 'b', 'd']);
    assert.deepEqual(ids(heads.get('b').cards), ['b', 'c']);
  });

  test('have the votes of their group', () => {
    const { tops } = stacked(issues, [{ id: 'g', issues: ['b', 'c'], votes: 7 }], byNumber);
    assert.equal(tops.find(({ id }) => id === 'b').votes, 7);
  });

  test('are the very same as long as nothing of them changes', () => {
    const groups = [{ id: 'g', issues: ['b', 'c'], votes: 7 }];
    const before = stacked(issues, groups, byNumber);
    const after = stacked([...issues, { id: 'e', no: 5 }], groups, byNumber, before);
    assert.equal(after.heads.get('b'), before.heads.get('b'));
    assert.equal(after.tops.find(({ id }) => id === 'b'), before.tops.find(({ id }) => id === 'b'));
  });

  test('are none where no card of the group is known', () => {
    const { tops, heads } = stacked(issues, [{ id: 'g', issues: ['x', 'y'] }], byNumber);
    assert.deepEqual(ids(tops), ids(issues));
    assert.equal(heads.size, 0);
  });
});

describe('what is on its way', () => {
  test('of a group is told on its cards', () => {
    const item = { op: 'group.make', args: { issues: ['a', 'b'] }, state: 'saving' };
    const named = { op: 'group.rename', args: { group: 'g', title: '开场' }, state: 'saving' };
    const { changes } = pending([item, named]);
    assert.deepEqual([...changes.keys()], ['a', 'b', 'g']);
  });

  test('of a group takes the place of no words of a card', () => {
    const edit = { op: 'issue.edit', args: { issue: 'a', text: '改了' }, state: 'saving' };
    const item = { op: 'group.make', args: { issues: ['a', 'b'] }, state: 'saving' };
    for (const items of [[edit, item], [item, edit]]) assert.equal(pending(items).changes.get('a'), edit);
  });

  test('of votes by hand is the last that was meant, and what was refused', () => {
    const refused = { op: 'hand.vote', args: { issue: 'b', votes: 9 }, state: 'refused', code: 'budget' };
    const { byHand } = pending([
      { op: 'hand.people', args: { people: 2 }, state: 'saving' },
      { op: 'hand.vote', args: { issue: 'a', votes: 1 }, state: 'saving' },
      { op: 'hand.vote', args: { issue: 'a', votes: 2 }, state: 'waiting' },
      refused,
    ]);
    assert.equal(byHand.people, 2);
    assert.deepEqual([...byHand.votes], [['a', 2]]);
    assert.equal(byHand.item, refused);
  });
});
