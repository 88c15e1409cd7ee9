import assert from 'node:assert/strict';
import { test } from 'node:test';
import { until } from '../../web/views/actions/until.js';

const read = (text, today) => {
  const { due, rest } = until(text, today);
  return [due?.next ? 'next' : due?.day ?? null, rest.replace(/\s+/g, ' ').trim()];
};

test('until when is understood as people write it', () => {
  // A Thursday.
  const today = '2026-03-12';
  for (
    const [text, day, rest] of [
      ['备货 今天', '2026-03-12', '备货'],
      ['备货 明天', '2026-03-13', '备货'],
      ['后天前备货', '2026-03-14', '备货'],
      ['备货 大后天', '2026-03-15', '备货'],
      ['备货 周四', '2026-03-12', '备货'],
      ['备货 周五前', '2026-03-13', '备货'],
      ['周五之前备货', '2026-03-13', '备货'],
      ['备货 到星期一', '2026-03-16', '备货'],
      ['备货 礼拜天', '2026-03-15', '备货'],
      ['备货 本周日', '2026-03-15', '备货'],
      ['备货 下周一', '2026-03-16', '备货'],
      ['下周五交报表', '2026-03-20', '交报表'],
      ['交报表下周日', '2026-03-22', '交报表'],
      ['备货 3天后', '2026-03-15', '备货'],
      ['备货，十天内', '2026-03-22', '备货'],
      ['备货 两周后', '2026-03-26', '备货'],
      ['备货 3月14日', '2026-03-14', '备货'],
      ['备货 3月14', '2026-03-14', '备货'],
      ['备货 到3月14号前', '2026-03-14', '备货'],
      ['备货 3/14', '2026-03-14', '备货'],
      ['备货 2026-04-01', '2026-04-01', '备货'],
      ['备货 下一场', 'next', '备货'],
      ['备货 到下场', 'next', '备货'],
      ['下场前备货', 'next', '备货'],
      ['order stock by Friday', '2026-03-13', 'order stock'],
      ['order stock next Monday', '2026-03-16', 'order stock'],
      ['order stock in 3 days', '2026-03-15', 'order stock'],
      ['order stock tomorrow', '2026-03-13', 'order stock'],
      // Words like others.
      ['整理周一的数据', null, '整理周一的数据'],
      ['看明天的货', null, '看明天的货'],
      ['SKU-3/14-2 补图', null, 'SKU-3/14-2 补图'],
      ['monitor the stock', null, 'monitor the stock'],
      ['备货', null, '备货'],
      ['备货 本周一', null, '备货 本周一'],
    ]
  ) assert.deepEqual(read(text, today), [day, rest], text);
});

test('a year ends, and the end of February is where its year has it', () => {
  for (
    const [today, text, day] of [
      ['2026-12-31', '备货 明天', '2027-01-01'],
      ['2026-12-30', '备货 周五', '2027-01-01'],
      ['2026-12-28', '备货 下周一', '2027-01-04'],
      ['2026-12-31', '备货 1月5日', '2027-01-05'],
      ['2027-01-03', '备货 下周一', '2027-01-04'],
      ['2027-12-20', '备货 2月29日', '2028-02-29'],
      ['2028-02-28', '备货 明天', '2028-02-29'],
      ['2027-02-28', '备货 明天', '2027-03-01'],
      ['2028-03-01', '备货 2月29日', null],
      ['2026-03-12', '备货 2/29', null],
      ['2026-03-12', '备货 2026-02-30', null],
      ['2026-03-12', '备货 3月11日', '2027-03-11'],
      ['2026-03-12', '备货 13月1日', null],
    ]
  ) assert.equal(read(text, today)[0], day, `${text} on ${today}`);
});

test('what looks like a day and is none is told', () => {
  for (
    const [text, unread] of [
      ['备货 2月30日', '2月30日'],
      ['备货 2026-02-30', '2026-02-30'],
      ['备货 本周一', '本周一'],
      ['备货', null],
      ['备货 明天', null],
    ]
  ) assert.equal(until(text, '2026-03-12').unread, unread, text);
});
