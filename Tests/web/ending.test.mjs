import assert from 'node:assert/strict';
import { test } from 'node:test';
import { endAfter, endsEarly } from '../../web/ui/ending.js';

const HOUR = 3_600_000;
const evening = 20 * HOUR;

test('What is meant by an end before the start is that time of the night after it', () => {
  assert.equal(endAfter(evening, 0.5 * HOUR), 24.5 * HOUR);
  assert.equal(endAfter(evening, evening), evening + 24 * HOUR);
  assert.equal(endAfter(evening + 7 * 24 * HOUR, 24 * HOUR), 8 * 24 * HOUR);
});

test('An end after the start, or none, stays', () => {
  assert.equal(endAfter(evening, 24 * HOUR), 24 * HOUR);
  assert.equal(endAfter(evening, null), null);
});

test('An end at or before the start is early, and none is not', () => {
  assert.equal(endsEarly(evening, evening - 1), true);
  assert.equal(endsEarly(evening, evening), true);
  assert.equal(endsEarly(evening, evening + 1), false);
  assert.equal(endsEarly(evening, null), false);
  assert.equal(endsEarly(null, evening), false);
});
