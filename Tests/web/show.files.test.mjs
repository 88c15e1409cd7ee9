import assert from 'node:assert/strict';
import { describe, test } from 'node:test';
import { Records } from '../../web/core/records.js';
import { holdingsOf } from '../../web/views/lobby/removal.js';
import { newestSeries } from '../../web/views/room/minutes.js';

const series = (id, taken, ...metrics) => ({
  id,
  taken,
  columns: metrics.map((metric) => ({ metric, label: metric })),
});

function newest(...told) {
  const records = new Records();
  records.snap({ log: 'S', kind: 'show', at: { seq: 1, tag: '1', view: 'v' }, put: { series: told } });
  return newestSeries(records.log('S'))?.id;
}

describe('The one series that is drawn', () => {
  test('is the newest, whatever its id', () => {
    assert.equal(newest(series('b', 3, 'online'), series('a', 7, 'online')), 'a');
    assert.equal(newest(series('a', undefined, 'online'), series('b', 7, 'online')), 'b');
    assert.equal(newest(), undefined);
  });

  test('is one with people online, where there is one', () => {
    assert.equal(newest(series('a', 3, 'online'), series('b', 7, 'gmv')), 'a');
    assert.equal(newest(series('a', 3, 'gmv'), series('b', 7, 'pay_cnt')), 'b');
  });
});

describe('What a show holds', () => {
  test('is told of its summary and those of its rooms', () => {
    const rooms = [{ issues: 3 }, undefined];
    assert.deepEqual(holdingsOf({ questions: 2, latest: { gmv: 1 } }, rooms), {
      questions: 2,
      rooms: 2,
      cards: 3,
      hasNumbers: true,
    });
  });

  test('is nothing where nothing is told', () => {
    assert.deepEqual(holdingsOf(undefined, []), { questions: 0, rooms: 0, cards: 0, hasNumbers: false });
  });
});
