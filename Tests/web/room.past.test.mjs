/** Earlier shows, to whose numbers those of a show are compared: none of it is told before all of it is here. */
import assert from 'node:assert/strict';
import { test } from 'node:test';
import { isPastHere } from '../../web/views/room/past.js';

const SHOWS = ['a', 'b', 'now'].map((id, n) => ({ id, channel: 'c', startsAt: n }));

/** `told`: of which shows the numbers are here; `refused`: which are not for this member. */
const scene = (told, { refused = [], isListed = true } = {}) => ({
  show: SHOWS[2],
  app: {
    listed: { shows: SHOWS, show: (id) => SHOWS.find((show) => show.id === id), isHere: () => isListed },
    records: {
      log: (id) => ({
        kind: told.includes(id) ? 'show' : null,
        refused: refused.includes(id) ? 'forbidden' : null,
      }),
    },
  },
});

test('A median waits for the numbers of all shows, and for the list of them', () => {
  assert.equal(isPastHere(scene([])), false);
  assert.equal(isPastHere(scene(['b'])), false);
  assert.equal(isPastHere(scene(['a', 'b'])), true);
  assert.equal(isPastHere(scene(['a', 'b'], { isListed: false })), false);
  assert.equal(isPastHere({ ...scene([]), show: undefined }), false);
});

test('One that is refused is not waited for', () => assert.equal(isPastHere(scene(['b'], { refused: ['a'] })), true));

test('The last show is here as soon as its own numbers are', () => {
  assert.equal(isPastHere(scene(['b']), 1), true);
  assert.equal(isPastHere(scene(['a']), 1), false);
});
