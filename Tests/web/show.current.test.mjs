import assert from 'node:assert/strict';
import { test } from 'node:test';
import { metricsOf } from '../../web/views/show/current.js';
import { isSuperseded } from '../../web/views/show/snapshot.js';

const latest = {
  values: { gmv: 5, watch_uv: 2, gpm: 1 },
  from: { gmv: 'b', watch_uv: 'a', gpm: 'b' },
  derived: ['gpm'],
};

test('The numbers of now stand in the order of the catalogue', () => {
  assert.deepEqual(metricsOf(undefined), []);
  assert.deepEqual(new Set(metricsOf(latest)), new Set(['watch_uv', 'gmv', 'gpm']));
});

test('Numbers of which others have taken the place of every one are superseded', () => {
  const is = (id, values, more) => isSuperseded(latest, { id, values, ...more });
  assert.equal(is('a', { watch_uv: 2, gmv: 4 }), false);
  assert.equal(is('b', { gmv: 5 }), false);
  assert.equal(is('c', { gmv: 4 }), true);
  // What is worked out is of no numbers that were told.
  assert.equal(is('b', { gpm: 1 }), true);
  assert.equal(is('c', { gmv: 4 }, { withdrawn: true }), false);
  assert.equal(isSuperseded(null, { id: 'c', values: { gmv: 4 } }), false);
});
