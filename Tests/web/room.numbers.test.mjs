import assert from 'node:assert/strict';
import { describe, test } from 'node:test';
import { comparison, median } from '../../web/views/room/comparisonrows.js';
import { earlierShows } from '../../web/views/room/following.js';
import { goalRows, tally } from '../../web/views/room/goalrows.js';

describe('goals against actuals', () => {
  const goals = [
    { metric: 'watch_uv', value: 100 },
    { metric: 'gmv', value: 100 },
    { metric: 'refund_rate', value: 0.05 },
    { metric: 'avg_online', value: 100 },
    { metric: 'interact_rate', value: 0.06 },
    { metric: 'aov', value: 300 },
  ];
  const rows = goalRows(goals, { watch_uv: 120, gmv: 60, refund_rate: 0.06, avg_online: 85, aov: 500 }, { gmv: 80 });

  test('what was missed most comes first, what has no number last', () =>
    assert.deepEqual(rows.map((row) => row.metric), [
      'gmv',
      'refund_rate',
      'avg_online',
      'watch_uv',
      'aov',
      'interact_rate',
    ]));
  test('a refund rate above its goal is a miss', () => assert.equal(rows[1].gap.level, 'amber'));
  test('the last show stands beside it', () => assert.deepEqual([rows[0].last, rows[1].last], [80, null]));
  test('they are counted by level', () =>
    assert.deepEqual(tally(rows), { red: 1, amber: 2, green: 1, plain: 1, unknown: 1 }));
  test('a goal of 0 is a goal with a number, reached or missed', () => {
    const zero = goalRows([{ metric: 'link_err', value: 0 }, { metric: 'violation_cnt', value: 0 }, {
      metric: 'gmv',
      value: 100,
    }], { link_err: 2, violation_cnt: 0, gmv: 60 });
    assert.deepEqual(zero.map((row) => [row.metric, row.gap.level]), [['link_err', 'red'], ['gmv', 'red'], [
      'violation_cnt',
      'green',
    ]]);
    assert.deepEqual(tally(zero), { red: 2, amber: 0, green: 1, plain: 0, unknown: 0 });
  });
  test('attainment is actual over goal', () => assert.equal(rows[0].attainment, 0.6));
});

describe('comparing shows', () => {
  const shows = [
    { id: 'a', channel: 'c', startsAt: 1 },
    { id: 'b', channel: 'c', startsAt: 3 },
    { id: 'x', channel: 'd', startsAt: 2 },
    { id: 'now', channel: 'c', startsAt: 5 },
    { id: 'later', channel: 'c', startsAt: 9 },
  ];
  test('earlier ones of the same channel, nearest first', () =>
    assert.deepEqual(earlierShows(shows, shows[3]).map((show) => show.id), ['b', 'a']));
  test('the median rests on known numbers only', () => {
    assert.equal(median([3, null, 1, 2]), 2);
    assert.equal(median([4, 1]), 2.5);
    assert.equal(median([null]), null);
  });
  test('a row knows last show, median, how many, and the way there', () =>
    assert.deepEqual(comparison({ gmv: 10, watch_uv: 5 }, [{ gmv: 8 }, null, { gmv: 12 }], ['watch_uv', 'gmv']), [
      { metric: 'watch_uv', now: 5, last: null, median: null, count: 0, past: [null, null, null] },
      { metric: 'gmv', now: 10, last: 8, median: 10, count: 2, past: [12, null, 8] },
    ]));
});
