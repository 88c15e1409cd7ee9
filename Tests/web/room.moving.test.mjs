/** Where a card stands that is moved within its lane. */
import assert from 'node:assert/strict';
import { test } from 'node:test';
import './support/document.mjs';
import { droppedAt, neighbourOf } from '../../web/views/room/moving.js';

const cards = ['a', 'b', 'c'].map((id) => ({ id }));

test('a card dropped before or after another stands there, and where it stood nothing is sent', () => {
  for (
    const [id, side, over, after] of [
      ['c', 'before', 'a', null],
      ['c', 'before', 'b', 'a'],
      ['a', 'after', 'c', 'c'],
      ['a', 'before', 'c', 'b'],
      ['b', 'before', 'c', undefined],
      ['b', 'after', 'a', undefined],
      ['b', 'after', 'gone', undefined],
    ]
  ) assert.equal(droppedAt(cards, id, over, side), after, `${id} ${side} ${over}`);
});

test('a card goes up and down by one, and not beyond its lane', () => {
  assert.equal(neighbourOf(cards, 'b', -1), null);
  assert.equal(neighbourOf(cards, 'b', 1), 'c');
  assert.equal(neighbourOf(cards, 'a', -1), undefined);
  assert.equal(neighbourOf(cards, 'c', 1), undefined);
});
