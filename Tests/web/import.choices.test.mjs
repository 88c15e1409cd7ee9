import assert from 'node:assert/strict';
import { describe, test } from 'node:test';
import { optionsOf } from '../../web/views/import/catalogue.js';
import { changed, Choices } from '../../web/views/import/choices.js';
import { holdsTable, tableOf } from '../../web/views/import/pasted.js';
import { stylesOf, unitsOf } from '../../web/views/import/units.js';

describe('What was chosen by hand', () => {
  test('is told with the file, and nothing else is', () => {
    const choices = new Choices();
    assert.deepEqual(choices.line('a.csv'), { name: 'a.csv' });
    assert.equal(choices.isMade, false);
    choices.choose('summary', '粉丝团', { meaning: { metric: 'fan_club_new' } });
    choices.row = 0;
    assert.equal(choices.isMade, true);
    assert.deepEqual(choices.line('a.csv'), {
      name: 'a.csv',
      mapping: { summary: { 粉丝团: { meaning: { metric: 'fan_club_new' } } } },
      row: 0,
    });
    choices.forget('summary', '粉丝团');
    assert.deepEqual(choices.line('a.csv'), { name: 'a.csv', row: 0 });
  });

  test('is told once more with what was agreed to, so that it is read the same way', () => {
    const choices = new Choices();
    Object.assign(choices, { answers: { 3: 'new' }, mergeFalseStarts: true, skipBad: true, remember: false });
    assert.deepEqual(choices.agreed('', { kinds: ['list'], state: 's' }), {
      name: '',
      answers: { 3: 'new' },
      mergeFalseStarts: true,
      kinds: ['list'],
      state: 's',
      skipBad: true,
      remember: false,
    });
  });

  test('changes one thing about a column and keeps the others', () => {
    const column = { meaning: { metric: 'gmv' }, unit: '元', style: { marks: 'point' } };
    assert.deepEqual(changed(column, { unit: '万元' }), {
      meaning: { metric: 'gmv' },
      unit: '万元',
      style: { marks: 'point' },
    });
    assert.deepEqual(changed(column, { unit: null, style: { marks: 'comma' } }), {
      meaning: { metric: 'gmv' },
      style: { marks: 'comma' },
    });
    assert.deepEqual(changed({ meaning: { ignored: 'duplicate' }, unit: null }, {}), {
      meaning: { ignored: 'chosen' },
    });
  });
});

describe('What a column can be taken for', () => {
  const name = ({ metric, field, series }) => metric ?? field ?? (series && '曲线');
  const found = (kind, find) =>
    optionsOf(kind, find, name).map(({ meaning }) => meaning.metric ?? meaning.field ?? 'series');

  test('is found by its name in both languages and by its key, the best first', () => {
    assert.equal(found('summary', '场观')[0], 'watch_uv');
    assert.equal(found('summary', 'gmv')[0], 'gmv');
    assert.ok(found('summary', 'New follow').length > 0 || found('summary', 'follow').includes('new_follow'));
    assert.equal(found('summary', '粉丝 团')[0], 'fan_club_new');
    assert.equal(found('summary', 'ＧＭＶ')[0], 'gmv');
    assert.deepEqual(found('summary', '没有的东西'), []);
  });

  test('is what its kind of file holds: goals have no metric of their own, only a trend has other curves', () => {
    assert.deepEqual(found('goals', ''), ['metric', 'value', 'basis']);
    assert.ok(found('trend', '').includes('series'));
    assert.ok(!found('summary', '').includes('series'));
    assert.ok(!found('markers', '').includes('gmv'));
  });
});

describe('A unit and a style', () => {
  test('are offered where they make a difference', () => {
    assert.ok(unitsOf({ meaning: { metric: 'gmv' } }).includes('万元'));
    assert.ok(unitsOf({ meaning: { metric: 'watch_uv' } }).includes('万'));
    assert.deepEqual(unitsOf({ meaning: { metric: 'clk_pay_rate' } }), []);
    assert.deepEqual(unitsOf({ meaning: { field: 'title' } }), []);
    assert.equal(unitsOf({ meaning: { metric: 'watch_uv' }, unit: '人' })[0], '人');
    assert.deepEqual(stylesOf({ meaning: { metric: 'clk_pay_rate' }, style: {} }), [['ratio', null]]);
    assert.deepEqual(stylesOf({ meaning: { field: 'time' }, style: { time: 'clock' } }), [['time', 'clock']]);
    assert.deepEqual(stylesOf({ meaning: { metric: 'gmv' }, style: {} }), []);
  });
});

describe('A table on the clipboard', () => {
  test('is text with tabs, or the table of a page', () => {
    assert.ok(holdsTable({ text: 'a\tb' }));
    assert.ok(holdsTable({ html: '<p>x</p><table class="t"><tr></tr></table>' }));
    assert.ok(!holdsTable({ text: '一句话，没有表格', html: '<p>tablet</p>' }));
  });

  test('is taken as text where there is text, else cell by cell', () => {
    const cell = (textContent) => ({ textContent });
    const row = (...cells) => ({ querySelectorAll: () => cells.map(cell) });
    const table = { querySelectorAll: () => [row('指标', ' 目标值 '), row('场观', '1\n4"0')] };
    const parse = () => ({ querySelector: () => table });
    assert.equal(tableOf({ text: 'a\tb', html: '<table></table>' }, parse), 'a\tb');
    assert.equal(tableOf({ text: '', html: '<table></table>' }, parse), '指标\t目标值\n场观\t"1\n4""0"');
    assert.equal(tableOf({ text: '' }, parse), '');
  });
});
