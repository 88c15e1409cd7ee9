import assert from 'node:assert/strict';
import { test } from 'node:test';
import { Proposing } from '../../web/views/room/proposing.js';

test("a solution to a card of everyone's lane is answered for by a role all the same", () => {
  const owner = (...args) => {
    const proposing = new Proposing(() => {});
    proposing.settleOwner(...args);
    return proposing.fields.owner;
  };
  assert.equal(owner('all', 'host'), 'host');
  assert.equal(owner('all'), 'operations');
  assert.equal(owner('floor', 'host'), 'floor');
});
