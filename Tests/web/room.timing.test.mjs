import assert from 'node:assert/strict';
import { describe, test } from 'node:test';
import { clockOf, planned, suggested, timing } from '../../web/views/room/timing.js';

const running = { phase: 'collect', start: 0, lasts: 600_000, deadline: 600_000 };

describe('the time that is left', () => {
  test('runs down to the deadline, is short in the last minute, and counts up when it is over', () => {
    assert.deepEqual(timing(running, 'collect', 300_000), { state: 'running', ms: 300_000, share: 0.5 });
    assert.equal(timing(running, 'collect', 540_000).state, 'short');
    assert.deepEqual(timing(running, 'collect', 672_000), { state: 'over', ms: 72_000, share: 0 });
  });
  test('stands still while it is paused', () => {
    const paused = { phase: 'collect', start: 0, lasts: 600_000, left: 150_000 };
    assert.deepEqual(timing(paused, 'collect', 9_999_999), { state: 'paused', ms: 150_000, share: 0.25 });
  });
  test('is that of its phase, and shown in no other', () => {
    assert.equal(timing(running, 'vote', 0), null);
    assert.equal(timing(undefined, 'vote', 0), null);
  });
  test('reads as a clock that reaches zero at the deadline and begins at zero behind it', () => {
    assert.deepEqual([461_000, 460_001, 1, 0].map((ms) => clockOf(ms)), ['07:41', '07:41', '00:01', '00:00']);
    assert.equal(clockOf(72_999, true), '01:12');
    assert.equal(clockOf(3_730_000), '1:02:10');
  });
});

describe('the minutes of a review', () => {
  test('come to about two hours, and what somebody has said counts', () => {
    assert.equal(planned({}, true), 110);
    assert.equal(planned({ minutes: { collect: 25 } }, true), 120);
    assert.equal(suggested({ minutes: { vote: 8 } }, 'vote'), 8);
  });
});
