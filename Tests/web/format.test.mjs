import assert from 'node:assert/strict';
import { describe, test } from 'node:test';
import { fromLocalInput, gap, localInput, makeFormat, metric, number, offset } from '../../web/ui/format.js';
import { parseMetric } from '../../web/ui/parse.js';

const table = (rows, read) =>
  rows.forEach(([input, expected]) => assert.deepEqual(read(input), expected, JSON.stringify(input)));

test('Numbers are told in 万 above 9,999 in Chinese, by thousands in English', () => {
  table([
    [0, '0'],
    [9999, '9999'],
    [10_000, '1万'],
    [12_480, '1.25万'],
    [228_000, '22.8万'],
    [1.2e8, '1.2亿'],
    [-15_000, '-1.5万'],
    [3.14159, '3.14'],
    [null, '—'],
  ], (n) => number(n, 'zh-CN'));
  table([[9999, '9,999'], [231_182, '231,182'], [3.14159, '3.14'], [undefined, '—']], (n) => number(n, 'en'));
});

test('A metric is told with its unit', () => {
  table([['gmv', '18.12万元'], ['clk_pay_rate', '18120000%']], (key) => metric(key, 181_200, 'zh-CN'));
  assert.equal(metric('clk_pay_rate', 0.0745, 'zh-CN'), '7.45%');
  assert.equal(metric('avg_watch_sec', 205, 'zh-CN'), '3分25秒');
  assert.equal(metric('avg_watch_sec', 205, 'en'), '3m 25s');
  assert.equal(metric('gmv', 48_312, 'en'), '¥48,312');
  assert.equal(metric('watch_uv', 9598, 'zh-CN'), '9598人');
  assert.equal(metric('avg_watch_sec', null, 'zh-CN'), '—');
});

test('A show’s offset is h:mm:ss, before the start too', () => {
  table([[0, '0:00:00'], [6432, '1:47:12'], [59, '0:00:59'], [-90, '-0:01:30'], [36_000, '10:00:00']], offset);
});

describe('A gap', () => {
  test('has a sign, a shape and a level', () => {
    assert.deepEqual(gap(11_967, 14_000), {
      share: (11_967 - 14_000) / 14_000,
      shape: '▼',
      good: false,
      level: 'amber',
      text: '▼ −14.5%',
    });
    assert.deepEqual([gap(60, 100).level, gap(95, 100).level, gap(150, 100).level], ['red', 'green', 'green']);
    assert.equal(gap(108.2, 100).text, '▲ +8.2%');
    assert.equal(gap(100, 100).text, '＝ 0%');
  });

  test('is coloured by the thresholds: green below the near one, red beyond the far one', () => {
    const actuals = [97, 95, 94, 90, 89, 80, 79, 70, 69, 0, 130];
    const letter = (actual, thresholds) => gap(actual, 100, 1, ...thresholds).level[0];
    table([
      [[], 'gggaaaaarrg'],
      [[{ near: 10, far: 30 }], 'gggaaaaarrg'],
      [[{ near: 5, far: 20 }], 'gaaaaarrrrg'],
      [[{ near: 1, far: 2 }], 'rrrrrrrrrrg'],
      [[{ near: 6, far: 99 }], 'ggaaaaaaarg'],
      [[{ near: 98, far: 99 }], 'gggggggggrg'],
    ], (thresholds) => actuals.map((actual) => letter(actual, thresholds)).join(''));
    const less = (actual) => gap(actual, 100, -1, { near: 29, far: 40 }).level;
    assert.deepEqual([less(129), less(128.9)], ['amber', 'green']);
    assert.equal(gap(60, 100, 0, { near: 1, far: 2 }).level, 'plain');
  });

  test('turns round where less is better, and praises nothing where neither is', () => {
    assert.equal(gap(150, 100, -1).level, 'red');
    assert.equal(gap(50, 100, -1).good, true);
    assert.equal(gap(150, 100, 0).level, 'plain');
  });

  test('is nothing without a number on either side', () => {
    assert.equal(gap(1, null), null);
    assert.equal(gap(1, undefined), null);
    assert.equal(gap(undefined, 5), null);
  });

  test('from a goal of 0 is a gap like any other, without a share', () => {
    assert.deepEqual(gap(0, 0, -1), { share: 0, shape: '＝', good: true, level: 'green', text: '＝ 0%' });
    assert.deepEqual(gap(2, 0, -1), { share: Infinity, shape: '▲', good: false, level: 'red', text: '▲' });
    assert.equal(gap(5, 0, 1).level, 'green');
    assert.equal(gap(5, 0, 0).level, 'plain');
  });

  test('has no sign where nothing is to be seen of it, and one colour for one number', () => {
    assert.deepEqual([gap(100.02, 100).text, gap(100.02, 100, -1).good], ['＝ 0%', true]);
    assert.equal(gap(99.98, 100).text, '＝ 0%');
    for (const actual of [90.04, 90, 89.96]) {
      assert.deepEqual([gap(actual, 100).text, gap(actual, 100).level], ['▼ −10%', 'amber']);
    }
    for (const actual of [70.04, 70, 69.96]) {
      assert.deepEqual([gap(actual, 100).text, gap(actual, 100).level], ['▼ −30%', 'amber']);
    }
  });
});

test('Typed numbers are read into the metric’s unit, or not at all', () => {
  table([
    ['1,234', 1234],
    ['¥48,312.00', 48_312],
    ['2.1万', 21_000],
    ['1.3w', 13_000],
    ['1.2亿', 1.2e8],
    ['10k', 10_000],
    ['７８９', 789],
    ['22.8万元', 228_000],
    ['', null],
    ['约两万', null],
    ['1.2.3', null],
  ], (text) => parseMetric('gmv', text));
  table(
    [['7.45%', 0.0745], ['7.45', 0.0745], ['120%', 1.2], ['％', null]],
    (text) => parseMetric('clk_pay_rate', text),
  );
  table([['3分25秒', 205], ['3分钟25秒', 205], ['4小时14分', 15_240], ['3:25', 205], ['00:03:25', 205], ['205', 205], [
    '14.73秒',
    14.73,
  ], ['很久', null]], (text) => parseMetric('avg_watch_sec', text));
});

test('A number beyond any show’s is not read at all', () => {
  table(
    [['1000000000000', 1e12], ['10001亿', null], ['12345678901234567890', null], ['-99999999999999999999', null]],
    (text) => parseMetric('gmv', text),
  );
  assert.equal(parseMetric('avg_watch_sec', `${'9'.repeat(30)}秒`), null);
});

test('Times are told and asked for in the organisation’s zone', () => {
  const evening = Date.UTC(2026, 2, 12, 11, 58);
  const f = makeFormat('zh-CN', 'Asia/Shanghai', () => evening);
  assert.equal(f.time(evening), '19:58');
  assert.equal(f.date(evening), '3月12日');
  assert.equal(localInput(evening, 'Asia/Shanghai'), '2026-03-12T19:58');
  for (const zone of ['Asia/Shanghai', 'America/New_York', 'UTC']) {
    assert.equal(fromLocalInput(localInput(evening, zone), zone), evening);
  }
  assert.equal(fromLocalInput('', 'UTC'), null);
});

test('A time of another year than now is told with its year, by the organisation’s calendar', () => {
  const now = Date.UTC(2026, 11, 31, 15, 59);
  const f = makeFormat('zh-CN', 'Asia/Shanghai', () => now);
  assert.deepEqual([f.when(now), f.date(now)], ['12月31日 23:59', '12月31日']);
  assert.deepEqual([f.when(now + 60_000), f.date(now + 60_000)], ['2027年1月1日 00:00', '2027年1月1日']);
  assert.equal(f.when(0), '1970年1月1日 08:00');
  assert.equal(makeFormat('en', 'UTC', () => now).when(0), 'Jan 1, 1970, 00:00');
});
