import assert from 'node:assert/strict';
import { describe, test } from 'node:test';
import { byAgenda, discussed, following, talkedOf } from '../../web/views/room/agenda.js';
import { isDecided } from '../../web/views/room/decided.js';
import { neighbourOf } from '../../web/views/room/moving.js';
import { laneOrder, lanes } from '../../web/views/room/order.js';
import { pending } from '../../web/views/room/pending.js';
import { Ending } from '../../web/views/room/sheetending.js';
import { modeIn, partIn, PARTS } from '../../web/views/room/sheetparts.js';
import { around, within } from '../../web/views/room/stretch.js';

const ids = (issues) => issues.map(({ id }) => id);

describe('the order in which cards are talked about', () => {
  const issues = [{ id: 'a', no: 1, votes: 2 }, { id: 'b', no: 2, votes: 5 }, { id: 'c', no: 3, votes: 0 }];
  test('is the one that was frozen, whatever is voted since', () => {
    assert.deepEqual(ids(byAgenda(issues, ['c', 'a', 'b'])), ['c', 'a', 'b']);
  });
  test('has what was posted since behind it, and what is gone nowhere', () => {
    assert.deepEqual(ids(byAgenda(issues, ['x', 'c'])), ['c', 'b', 'a']);
  });
  test('is by votes in a room from before there was one', () => {
    assert.deepEqual(ids(byAgenda(issues)), ['b', 'a', 'c']);
  });
  test('goes on to the next card that nobody has talked about, and then to those passed over', () => {
    const states = [{ id: 'a' }, { id: 'b', state: 'solved' }, { id: 'c', state: 'discussing' }, { id: 'd' }];
    assert.equal(following(states, states[0]).id, 'd');
    assert.equal(following(states, states[3]).id, 'a');
    assert.equal(following(states.slice(1, 3), states[2]), undefined);
  });
});

// The server has the same table (Tests/BoardTests/ReportTests.swift).
test('talked about is what was begun, solved, put off or answered, and a group once', () => {
  const states = ['discussing', 'solved', 'parked'];
  const tops = Array.from({ length: 6 }, (_, n) => ({ id: `${n}`, ...(states[n] ? { state: states[n] } : {}) }));
  const stack = (id) => (id === '5' ? { cards: [{ id: '5' }, { id: '6' }] } : undefined);
  assert.equal(talkedOf({ tops: tops.map(({ id }) => ({ id })), stack }, []), 0);
  assert.equal(talkedOf({ tops, stack }, ['3', '6'].map((id) => ({ issues: [id] }))), 5);
});

test('a solution is decided once it is chosen or an action was made of it', () => {
  for (
    const [solution, told] of [
      [{}, false],
      [{ chosen: true }, true],
      [{ actions: [{ state: 'requested' }] }, true],
      [{ actions: [{ state: 'done' }] }, true],
      [{ actions: [{ state: 'refused' }] }, false],
    ]
  ) assert.equal(isDecided(solution), told);
});

test('what is talked about besides a card is what is to be open again when that one is begun', () => {
  const states = [{ id: 'a', state: 'discussing' }, { id: 'b', state: 'solved' }, { id: 'c', state: 'discussing' }];
  assert.deepEqual(ids(discussed(states, states[2])), ['a']);
  assert.deepEqual(ids(discussed(states, states[1])), ['a', 'c']);
});

describe('what is written on a sheet, and the part in sight', () => {
  const modes = ['talk', 'why', 'way', 'act'];
  const seen = (turned, may = modes, parts = PARTS) => {
    const mode = modeIn(may, { mode: null, part: null, ...turned });
    return [mode, partIn(parts, { part: null, ...turned }, mode)];
  };
  test('are one: whichever was chosen, the other goes with it', () => {
    assert.deepEqual(seen({}), ['way', 'ways']);
    assert.deepEqual(seen({ mode: 'talk' }), ['talk', 'discussion']);
    assert.deepEqual(seen({ mode: 'act' }), ['act', 'ways']);
    assert.deepEqual(seen({ part: 'whys', mode: 'talk' }), ['why', 'whys']);
    assert.deepEqual(seen({ part: 'ways', mode: 'act' }), ['act', 'ways']);
  });
  test('part where nothing is written there, or nothing is there', () => {
    assert.deepEqual(seen({ part: 'history', mode: 'talk' }), ['talk', 'history']);
    assert.deepEqual(seen({ mode: 'way' }, ['talk'], ['discussion', 'history']), ['talk', 'discussion']);
    assert.deepEqual(seen({ part: 'ways' }, [], ['ways']), [undefined, 'ways']);
    assert.deepEqual(seen({ part: 'ways' }, ['talk'], ['discussion']), ['talk', 'discussion']);
  });
});

test('a sheet closes where the room ends under it, and not where it is opened in a room that is over', () => {
  const open = new Ending();
  assert.equal(open.comes('solve'), false);
  assert.equal(open.comes('closed'), true);
  assert.equal(open.comes('closed'), false);
  open.comes('solve');
  open.forget();
  assert.equal(open.comes('closed'), false);
});

describe('the stretch of a curve around a minute', () => {
  const offsets = Array.from({ length: 60 }, (_, n) => n * 60);
  test('is twelve minutes to either side, and tells the change from six before to two behind', () => {
    const { offsets: seen, first, last } = around(offsets, offsets.map((offset) => offset / 60), 30 * 60);
    assert.deepEqual([seen[0], seen.at(-1)], [18 * 60, 42 * 60]);
    assert.deepEqual([first.value, last.value], [24, 32]);
  });
  test('is marked in the drawing where the change that is told lies', () => {
    const early = around(offsets, offsets.map((offset) => offset / 60), 4 * 60);
    assert.deepEqual([early.offsets[0], early.first.offset, early.last.offset, early.offsets.at(-1)], [0, 0, 360, 960]);
    assert.deepEqual(within(early), { from: 0, to: 6 / 17 });
  });
  test('is none where the curve has nothing', () => {
    assert.equal(around(offsets, offsets, 999_999), null);
    assert.equal(around(offsets, offsets.map(() => null), 30 * 60), null);
  });
});

test('what is said of a cause waits beside its card, and does not change the card', () => {
  const item = { op: 'cause.add', args: { issue: 'a', text: '没人接话' }, state: 'waiting' };
  const { changes, causes } = pending([item]);
  assert.equal(changes.size, 0);
  assert.deepEqual(causes.get('a'), [item]);
});

describe('the order within a lane', () => {
  const issues = [1, 2, 3, 12].map((no) => ({ id: `i${no}`, no, role: 'host' }));
  const lane = (moved) => ids(lanes(issues, undefined, laneOrder(moved)).host);
  test('is by number, and where a card was moved by its key', () => {
    assert.deepEqual(lane([]), ['i1', 'i2', 'i3', 'i12']);
    assert.deepEqual(lane([{ id: 'i12', key: '000001i' }, { id: 'i2', key: '000012i' }]), ['i1', 'i12', 'i3', 'i2']);
  });
  test('a card is moved behind the one that will stand before it', () => {
    assert.equal(neighbourOf(issues, 'i2', -1), null);
    assert.equal(neighbourOf(issues, 'i2', 1), 'i3');
    assert.equal(neighbourOf(issues, 'i12', -1), 'i2');
    assert.deepEqual([neighbourOf(issues, 'i1', -1), neighbourOf(issues, 'i12', 1)], [undefined, undefined]);
  });
});
