import assert from 'node:assert/strict';
import { describe, test } from 'node:test';
import { LogRecords, Records } from '../../web/core/records.js';

const at = (seq, tag = `t${seq}`, view = 'v') => ({ seq, tag, view });
const snap = (seq, put, more = {}) => ({ log: 'L', kind: 'room', at: at(seq), part: 1, parts: 1, put, ...more });
const event = (seq, more) => ({ tag: `t${seq}`, ...more });

function room(put = {}, seq = 3) {
  const records = new LogRecords('L');
  records.applySnap(snap(seq, put));
  return records;
}

describe('A snapshot', () => {
  test('replaces everything that was held', () => {
    const records = room({ issue: [{ id: 'a' }, { id: 'b' }] });
    records.applySnap(snap(9, { solution: [{ id: 's' }] }));
    assert.deepEqual(records.all('issue'), []);
    assert.deepEqual(records.all('solution'), [{ id: 's' }]);
    assert.deepEqual(records.at, at(9));
  });

  test('in parts changes nothing until the last part is here, whatever their order', () => {
    const records = room({ issue: [{ id: 'old' }] });
    assert.equal(records.applySnap(snap(9, { issue: [{ id: 'b' }] }, { part: 2, parts: 2 })), false);
    assert.deepEqual(records.all('issue'), [{ id: 'old' }]);
    assert.deepEqual(records.at, at(3));
    assert.equal(records.applySnap(snap(9, { issue: [{ id: 'a' }] }, { part: 1, parts: 2 })), true);
    assert.deepEqual(records.all('issue'), [{ id: 'a' }, { id: 'b' }]);
  });

  test('begun anew forgets the parts of the one that was broken off', () => {
    const records = new LogRecords('L');
    records.applySnap(snap(5, { issue: [{ id: 'stale' }] }, { part: 1, parts: 2 }));
    records.applySnap(snap(6, { issue: [{ id: 'b' }] }, { part: 2, parts: 2 }));
    assert.equal(records.ready, false);
    records.applySnap(snap(6, { issue: [{ id: 'a' }] }, { part: 1, parts: 2 }));
    assert.deepEqual(records.all('issue'), [{ id: 'a' }, { id: 'b' }]);
  });

  test('that is not whole yet lets events wait for it', () => {
    const records = new LogRecords('L');
    records.applySnap(snap(5, {}, { part: 1, parts: 2 }));
    assert.equal(records.applyEvents({ from: 6, events: [event(6, { put: { issue: [{ id: 'a' }] } })] }), 'known');
    records.applySnap(snap(5, {}, { part: 2, parts: 2 }));
    assert.deepEqual(records.all('issue'), [{ id: 'a' }]);
    assert.equal(records.at.seq, 6);
  });
});

describe('Events', () => {
  test('put whole records, cut others, and move the position', () => {
    const records = room({ issue: [{ id: 'a', text: '一' }, { id: 'b' }] });
    const outcome = records.applyEvents({
      from: 4,
      events: [
        event(4, { put: { issue: [{ id: 'a', text: '二' }] } }),
        event(5, { cut: { issue: ['b'], none: ['x'] } }),
      ],
    });
    assert.equal(outcome, 'applied');
    assert.deepEqual(records.all('issue'), [{ id: 'a', text: '二' }]);
    assert.deepEqual(records.at, at(5));
  });

  test('already known are skipped, the rest of the frame is applied', () => {
    const records = room({}, 4);
    assert.equal(records.applyEvents({ from: 4, events: [event(4, { put: { issue: [{ id: 'no' }] } })] }), 'known');
    records.applyEvents({
      from: 4,
      events: [event(4, { put: { issue: [{ id: 'no' }] } }), event(5, { put: { issue: [{ id: 'yes' }] } })],
    });
    assert.deepEqual(records.all('issue'), [{ id: 'yes' }]);
  });

  test('of a tag alone move the position and nothing else', () => {
    const records = room({ issue: [{ id: 'a' }] });
    assert.equal(records.applyEvents({ from: 4, events: [event(4, {})] }), 'applied');
    assert.deepEqual([records.at.seq, records.count('issue')], [4, 1]);
  });

  test('after a hole, or before any snapshot, are a gap', () => {
    assert.equal(room().applyEvents({ from: 5, events: [event(5, {})] }), 'gap');
    assert.equal(new LogRecords('L').applyEvents({ from: 1, events: [event(1, {})] }), 'gap');
  });

  test('of an own command give the record the key of its ghost', () => {
    const records = room();
    const put = { issue: [{ id: 'i1' }] };
    records.applyEvents({ from: 4, events: [event(4, { id: 'command', put })] }, (id) => id === 'command');
    assert.equal(records.key('issue', 'i1'), 'command');
    records.applyEvents({ from: 5, events: [event(5, { id: 'edit', put })] }, () => true);
    assert.equal(records.key('issue', 'i1'), 'command');
    assert.equal(records.key('issue', 'other'), 'other');
  });
});

test('Records tell of what was applied, and of a log that cannot be followed', () => {
  const records = new Records();
  const news = [];
  records.changed.on(({ log }) => news.push(log));
  records.snap(snap(1, {}));
  records.events({ log: 'L', from: 1, events: [event(1, {})] });
  records.refuse({ log: 'M', code: 'forbidden' });
  assert.deepEqual(news, ['L', 'M']);
  assert.equal(records.log('M').refused, 'forbidden');
});

describe('Records of a kind', () => {
  test('stand in the order of their ids, whoever came first', () => {
    const joined = room({ solution: [{ id: 'a' }, { id: 'b' }, { id: 'c' }] }, 3);
    const veteran = room({ solution: [{ id: 'c' }] }, 1);
    veteran.applyEvents({
      from: 2,
      events: [event(2, { put: { solution: [{ id: 'a' }] } }), event(3, { put: { solution: [{ id: 'b' }] } })],
    });
    assert.deepEqual(veteran.all('solution'), joined.all('solution'));
    veteran.applyEvents({ from: 4, events: [event(4, { put: { solution: [{ id: 'a', text: '改' }] } })] });
    assert.deepEqual(veteran.all('solution').map((one) => one.id), ['a', 'b', 'c']);
  });
});
