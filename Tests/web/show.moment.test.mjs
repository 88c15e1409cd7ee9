import assert from 'node:assert/strict';
import { test } from 'node:test';
import { distance, isOdd, minuteOf, offsetAt, pressed } from '../../web/views/show/moment.js';

const MINUTE = 60_000;
const show = { plannedStart: 1000 * MINUTE };

test('a start within half an hour of the plan needs no question, one farther away does', () => {
  for (const minutes of [-30, -1, 0, 30]) assert.equal(isOdd(show, (1000 + minutes) * MINUTE), false, minutes);
  for (const minutes of [-31, 31, 806]) assert.equal(isOdd(show, (1000 + minutes) * MINUTE), true, minutes);
  assert.equal(distance(show, (1000 - 31) * MINUTE), 31 * 60);
});

test('moments are told from the real start, else the planned one, and there is none after the end', () => {
  assert.equal(offsetAt(show, 1001 * MINUTE), 60);
  assert.equal(offsetAt({ ...show, start: 1001 * MINUTE, end: 1003 * MINUTE }, 1002 * MINUTE), 60);
  assert.equal(offsetAt({ ...show, start: 1001 * MINUTE, end: 1003 * MINUTE }, 1010 * MINUTE), null);
});

test('the last press may be taken back for ten minutes, whoever pressed', () => {
  assert.equal(pressed(show, 1000 * MINUTE), null);
  assert.equal(pressed({ ...show, start: 1000 * MINUTE }, 1009 * MINUTE), 'start');
  assert.equal(pressed({ ...show, start: 1000 * MINUTE }, 1010 * MINUTE), null);
  assert.equal(pressed({ ...show, start: 1000 * MINUTE, end: 1005 * MINUTE }, 1006 * MINUTE), 'end');
  assert.equal(pressed({ ...show, start: 1000 * MINUTE, end: 1005 * MINUTE }, 1016 * MINUTE), null);
});

test('an address leads to a minute of the show, and an odd one to none', () => {
  assert.equal(minuteOf('?at=3720'), 3720);
  assert.equal(minuteOf('?marker=a&at=-60'), -60);
  for (const odd of ['', '?at=', '?at=1e9', '?at=x', '?at=999999', '?at=-99999', '?at=1.5']) {
    assert.equal(minuteOf(odd), null, odd);
  }
});
