import assert from 'node:assert/strict';
import { test } from 'node:test';
import { namedBy, writersOf } from '../../web/views/room/lane.js';

const me = { member: 'a' };
const member = (id, roles, active = true) => ({ id, roles, active });

test('a lane of one names its author, of several it does not', () => {
  const members = [member('a', ['host']), member('b', ['floor', 'private']), member('c', ['private'])];
  assert.deepEqual(namedBy('host', members, me), { me: true });
  assert.deepEqual(namedBy('floor', members, me), { member: 'b' });
  assert.equal(namedBy('private', members, me), null);
});

test('whoever was removed hides nobody, and a lane of nobody points at who leads', () => {
  const members = [member('a', ['host']), member('b', ['host'], false)];
  assert.deepEqual(namedBy('host', members, me), { me: true });
  assert.deepEqual(namedBy('backstage', members, me), { nobody: true });
});

test('as many could have written a card as are here and may post into its lane', () => {
  const members = [
    member('a', ['host']),
    member('b', ['host']),
    { ...member('c', []), lead: true },
    member('d', ['floor']),
  ];
  const room = { facilitator: 'd' };
  const all = new Set(['a', 'b', 'c', 'd']);
  assert.equal(writersOf('host', members, room, all), 4);
  assert.equal(writersOf('host', members, room, new Set(['a', 'd'])), 2);
  assert.equal(writersOf('backstage', members, room, all), 2);
  assert.equal(writersOf('all', members, room, all), 4);
  assert.equal(writersOf('host', [member('a', ['host'], false)], room, all), 0);
});
