import assert from 'node:assert/strict';
import { describe, test } from 'node:test';
import { offset } from '../../web/ui/format.js';
import { loadWords, speak } from '../../web/ui/words.js';
import { columnName } from '../../web/views/room/series.js';
import { inMinutes, sinceStart } from '../../web/views/room/seriesdata.js';
import { turnsInMinutes } from '../../web/views/room/turns.js';
import { bringsFact, lasting, parseMinute, spokenMinute, wholeMinute } from '../../web/views/room/minutes.js';

describe('reading a minute of the show', () => {
  const readings = [
    ['62', 3720],
    ["62'", 3720],
    ['62′', 3720],
    ['62分', 3720],
    ['第62分钟', 3720],
    ['６２', 3720],
    ['0', 0],
    [`98'30"`, 5910],
    ['1:02:10', 3730],
    ['1：02：10', 3730],
    ['1h2m10s', 3730],
    ['1小时2分10秒', 3730],
    ['2小时', 7200],
    ['40秒', 40],
    ['1:02', 3720],
    ['01:46', 6360],
    [' 1:02:10 ', 3730],
    ['', null],
    ['abc', null],
    ['1:75:00', null],
    ['1:2:3:4', null],
    ['12:99', null],
    ['6 2x', null],
    ['-0:01:30', -90],
    ['-5', -300],
    ['107:12', 6432],
    ['2880', 172_800],
    ['-1440', -86_400],
    ['-1441', null],
    ['999999999分', null],
    ['99999999999999999999秒', null],
    ['12345', null],
    ['48小时', 172_800],
    ['48小时1秒', null],
  ];
  for (const [text, seconds] of readings) {
    test(`'${text}' is ${seconds ?? 'nothing'}`, () => assert.equal(parseMinute(text), seconds));
  }

  test('1:02 is one thing wherever it is typed: an hour and two minutes, if the show is that long', () => {
    const lasts = lasting({ start: 0, end: 4 * 3_600_000 }, undefined);
    assert.equal(parseMinute('1:02', lasts), 3720);
    assert.equal(parseMinute('1:02', lasting({ start: 0, end: 3_600_000 }, undefined)), 62);
    assert.deepEqual([lasting({ start: 0, end: null }, { minutes: 90 }), lasting({}, undefined)], [5400, 21_600]);
  });
  test('a show lasts as long as the longest of its plan, its times and its curve: an end pressed early shortens none', () => {
    const early = { start: 0, end: 40_000 };
    assert.equal(parseMinute('1:02', lasting(early, { minutes: 254 })), 3720);
    assert.equal(lasting({ ...early, plannedStart: 0, plannedEnd: 4 * 3_600_000 }, undefined), 4 * 3600);
    assert.equal(
      lasting({ start: 0, end: 5 * 3_600_000, plannedStart: 0, plannedEnd: 3_600_000 }, { minutes: 254 }),
      5 * 3600,
    );
  });
  test('two parts longer than the show are minutes and seconds', () => {
    assert.equal(parseMinute('62:10'), 3730);
    assert.equal(parseMinute('3:20', 2 * 3600), 200);
  });
});

test('A minute further off than any show lasts is none', () => {
  for (const text of ['999999999分', '12345', '49h', '99:59:59']) assert.equal(parseMinute(text), null, text);
});

describe('writing a minute', () => {
  test('spoken, it is the minute under way', () => assert.equal(spokenMinute(3779), "62'"));
  test('what the page writes is read back', () => {
    for (let at = 0; at < 6 * 3600; at += 7) assert.equal(parseMinute(offset(at)), at);
  });
});

describe('a curve of minutes', () => {
  test('is told in whole minutes, wherever in a minute the show began', () => {
    assert.deepEqual([-3, 57, 117, 5877].map(wholeMinute).map(offset), ['0:00:00', '0:01:00', '0:02:00', '1:38:00']);
    assert.deepEqual(inMinutes({ id: 's', offsets: [-3, 57, 117] }), { id: 's', offsets: [0, 60, 120] });
    assert.deepEqual(turnsInMinutes({ peaks: [{ offset: 5877, value: 578 }] }), {
      peaks: [{ offset: 5880, value: 578 }],
      troughs: [],
    });
  });
  test('is counted from the start that is known now, not from the one known at its import', () => {
    const told = { from: 1_000_000, offsets: [-48_418, -48_358] };
    assert.deepEqual(sinceStart(told, 1_000_000), { from: 1_000_000, offsets: [0, 60] });
    assert.deepEqual(sinceStart({ ...told, offsets: [0, 60] }, 880_000).offsets, [120, 180]);
    assert.equal(sinceStart(told, null), told);
  });
  test('stays as it is where its points lie closer', () => {
    assert.deepEqual(inMinutes({ offsets: [0, 20, 40] }).offsets, [0, 20, 40]);
  });
  test('has its columns named in the reader’s language, in Chinese as their file does', async () => {
    const online = { metric: 'online', label: '在线人数' }, unknown = { label: '停留指数' };
    await speak('en');
    await loadWords(['metrics', 'live']);
    assert.deepEqual([online, unknown, { metric: 'gmv', label: '累计成交', cumulative: true }].map(columnName), [
      'Online',
      '停留指数',
      'GMV so far',
    ]);
    await speak('zh-CN');
    assert.equal(columnName({ metric: 'watch_uv', label: '新增观看人数' }), '新增观看人数');
  });
});

describe('noticing a fact in a text', () => {
  for (const text of ['掉了100人', '第６２分', '连续二十分钟没有报价', '半小时后才回', 'two of 3']) {
    test(text, () => assert.ok(bringsFact(text)));
  }
  for (const text of ['节奏太慢', '一直往下掉', '']) test(`nothing in '${text}'`, () => assert.ok(!bringsFact(text)));
});
