import assert from 'node:assert/strict';
import { describe, test } from 'node:test';
import { Along } from '../../web/views/room/focus.js';
import { Timekeeping } from '../../web/views/room/timekeeping.js';

const runs = { phase: 'collect', start: 1, deadline: 2 };
const over = { ...runs, over: true };

describe('that the time is over', () => {
  test('is said once to whoever was there while it ran', () => {
    const keeping = new Timekeeping(() => {});
    const said = [runs, runs, over, over].map((timer) => keeping.hasRunOut(timer, 'collect'));
    assert.deepEqual(said, [false, false, true, false]);
  });
  test('is not said to whoever comes later', () => {
    assert.equal(new Timekeeping(() => {}).hasRunOut(over, 'collect'), false);
  });
  test('is not said of another run, nor where the room has moved on', () => {
    const keeping = new Timekeeping(() => {});
    keeping.hasRunOut(runs, 'collect');
    assert.equal(keeping.hasRunOut({ ...over, start: 7 }, 'collect'), false);
    keeping.hasRunOut(runs, 'collect');
    assert.equal(keeping.hasRunOut(over, 'vote'), false);
  });
  test('is said again when time was added and has run out again', () => {
    const keeping = new Timekeeping(() => {});
    const said = [runs, over, { ...runs, deadline: 9 }, { ...over, deadline: 9 }].map((timer) =>
      keeping.hasRunOut(timer, 'collect')
    );
    assert.deepEqual(said, [false, true, false, true]);
  });
});

describe('what everyone looks at', () => {
  test('is opened when it is new, once', () => {
    const along = new Along();
    assert.deepEqual(['a', 'a', 'b', null].map((issue) => along.arrives(issue)), [true, false, true, false]);
  });
  test('is what the facilitator opens next, asked for once', () => {
    const along = new Along();
    along.arrives('a');
    assert.deepEqual(['a', 'b', 'b', null].map((opened) => along.leads(opened)), [false, true, false, false]);
  });
});
