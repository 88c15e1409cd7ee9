import assert from 'node:assert/strict';
import { describe, test } from 'node:test';
import { Absence, missing } from '../../web/views/room/absence.js';

/** Time that passes when the test says so. */
function device() {
  let due = null;
  return { setTimeout: (run) => (due = run), clearTimeout: () => (due = null), pass: () => due?.() };
}

describe('A facilitator who is not here', () => {
  test('is gone after a minute, and no longer once they are back', () => {
    const time = device();
    const absence = new Absence(() => {}, time);
    absence.notice('f');
    assert.equal(absence.isLong, false);
    time.pass();
    assert.equal(absence.isLong, true);
    absence.notice(null);
    assert.equal(absence.isLong, false);
  });
  test('is not gone when they are back within the minute', () => {
    const time = device();
    const absence = new Absence(() => {}, time);
    absence.notice('f');
    absence.notice(null);
    time.pass();
    assert.equal(absence.isLong, false);
  });
  test('is told by who is present, and by nobody where that is not known', () => {
    const now = { room: { facilitator: 'f' }, me: { member: 'm' }, present: new Map(), isLive: true };
    assert.equal(missing(now), 'f');
    assert.equal(missing({ ...now, isLive: false }), null);
    assert.equal(missing({ ...now, present: new Map([['f', 'away']]) }), null);
    assert.equal(missing({ ...now, me: { member: 'f' } }), null);
  });
});
