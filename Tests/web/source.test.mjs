/** What a build reads notes itself: it holds as long as nothing of that has changed, and no longer. */
import assert from 'node:assert/strict';
import { describe, test } from 'node:test';
import { Derived, Keyed } from '../../web/core/derived.js';
import { LogRecords } from '../../web/core/records.js';
import { Choice, Notes, Value } from '../../web/core/source.js';

function noted(build) {
  const notes = new Notes();
  notes.take(build);
  return notes;
}

describe('A build', () => {
  test('holds while what it has read is the same, whatever else changes', () => {
    const [read, other] = [new Value(1), new Value(1)];
    const notes = noted(() => read.value);
    other.value = 2;
    read.value = 1;
    assert.equal(notes.hold, true);
    read.value = 2;
    assert.equal(notes.hold, false);
  });

  test('depends on what stood within it, built or left as it was', () => {
    const value = new Value(1);
    const inner = noted(() => value.value);
    const outer = noted(() => inner.tell());
    assert.equal(outer.hold, true);
    value.value = 2;
    assert.equal(outer.hold, false);
  });

  test('that throws leaves those around it noting', () => {
    const value = new Value(1);
    const outer = noted(() => {
      assert.throws(() =>
        noted(() => {
          throw new Error('half way');
        })
      );
      return value.value;
    });
    value.value = 2;
    assert.equal(outer.hold, false);
  });

  test('hears of the one that was chosen and of the one that is', () => {
    const choice = new Choice();
    choice.choose('a');
    const [a, b, c] = ['a', 'b', 'c'].map((key) => noted(() => choice.is(key)));
    choice.choose('b');
    assert.deepEqual([a.hold, b.hold, c.hold], [false, false, true]);
  });
});

describe('What is derived', () => {
  test('is worked out only when something of it has changed, and tells only another outcome', () => {
    let worked = 0;
    const number = new Value(1);
    const odd = new Derived(() => (worked += 1, number.value % 2 === 1));
    const notes = noted(() => odd.value);
    number.value = 3;
    assert.deepEqual([notes.hold, notes.hold, worked], [true, true, 2]);
    number.value = 4;
    assert.deepEqual([notes.hold, worked], [false, 3]);
  });

  test('may rest on what is derived', () => {
    const number = new Value(1);
    const half = new Derived(() => Math.floor(number.value / 2));
    const quarter = new Derived(() => Math.floor(half.value / 2));
    const notes = noted(() => quarter.value);
    for (const [value, holds] of [[2, true], [3, true], [4, false]]) {
      number.value = value;
      assert.equal(notes.hold, holds, `${value}`);
    }
  });

  test('that throws is tried again', () => {
    const number = new Value(0);
    const one = new Derived(() => {
      if (number.value === 0) throw new Error('nothing yet');
      return number.value;
    });
    assert.throws(() => one.value);
    assert.throws(() => one.value);
    number.value = 1;
    assert.equal(one.value, 1);
  });

  test('is heard of by key, by whoever read it before or since', () => {
    const votes = new Value(new Map([['a', 1]]));
    const keyed = new Keyed(() => votes.value);
    const [a, b] = ['a', 'b'].map((key) => noted(() => keyed.get(key)));
    votes.value = new Map([['a', 2]]);
    const later = noted(() => keyed.get('a'));
    votes.value = new Map([['a', 1]]);
    assert.deepEqual([a.hold, b.hold, later.hold], [false, true, false]);
  });
});

describe('Records', () => {
  const room = () => {
    const records = new LogRecords('L');
    const put = { issue: [{ id: 'a' }, { id: 'b' }], room: [{ id: 'r' }] };
    records.applySnap({ kind: 'room', at: { seq: 1, tag: 't', view: 'v' }, put });
    return records;
  };
  const apply = (records, event) => records.applyEvents({ from: 2, events: [{ tag: 'u', ...event }] });

  test('one is heard of by who read it, all of a kind by who read them', () => {
    const records = room();
    const builds = {
      a: noted(() => records.get('issue', 'a')),
      c: noted(() => records.get('issue', 'c')),
      all: noted(() => records.all('issue')),
      count: noted(() => records.count('issue')),
      only: noted(() => records.only('room')),
    };
    const held = () => Object.entries(builds).filter(([, notes]) => notes.hold).map(([name]) => name);
    apply(records, { put: { issue: [{ id: 'c' }] } });
    assert.deepEqual(held(), ['a', 'only']);
  });

  test('one that is cut is heard of, and all that another snapshot replaces', () => {
    const records = room();
    const [a, b] = ['a', 'b'].map((id) => noted(() => records.get('issue', id)));
    apply(records, { cut: { issue: ['a'] } });
    assert.deepEqual([a.hold, b.hold], [false, true]);
    records.applySnap({ kind: 'room', at: { seq: 9, tag: 'x', view: 'v' }, put: {} });
    assert.equal(b.hold, false);
  });

  test('whether there are any, and why not, is heard of', () => {
    const records = room();
    const [ready, refused] = [noted(() => records.ready), noted(() => records.refused)];
    records.distrust();
    records.refused = 'forbidden';
    assert.deepEqual([ready.hold, refused.hold], [false, false]);
  });
});
