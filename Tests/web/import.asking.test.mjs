import assert from 'node:assert/strict';
import { describe, test } from 'node:test';
import {
  amount,
  asks,
  asksOf,
  badRows,
  isHopeless,
  kindsOf,
  ordered,
  tally,
  twin,
} from '../../web/views/import/asking.js';
import { changed, Choices } from '../../web/views/import/choices.js';

const column = (key, meaning, more = {}) => ({
  key,
  header: key,
  meaning,
  unit: null,
  style: {},
  certainty: 'known',
  samples: [{ raw: '1', read: { number: 1 } }],
  ...more,
});
const part = (kind, more = {}) => ({
  kind,
  sheets: [],
  rows: 2,
  accepted: 2,
  columns: [column('成交金额', { metric: 'gmv' })],
  left: [],
  problems: { count: 0, first: [] },
  doubts: [],
  changes: { new: [], changed: [], same: [], kept: [] },
  ...more,
});
const whys = (one, choices) => asksOf(one, choices).map(({ why }) => why);

describe('What of a file is stored', () => {
  const preview = { parts: [part('summary'), part('questions')] };

  test('is first what belongs to the place from which it came', () => {
    assert.deepEqual(kindsOf(preview, new Choices(), ['questions']), ['questions']);
    assert.deepEqual(kindsOf(preview, new Choices(), ['markers']), ['summary', 'questions']);
    assert.deepEqual(kindsOf(preview, new Choices()), ['summary', 'questions']);
  });

  test('is what was ticked, and no part of which nothing can be stored', () => {
    const choices = new Choices();
    choices.taken.summary = false;
    assert.deepEqual(kindsOf(preview, choices), ['questions']);
    const other = { parts: [part('summary', { doubts: ['otherDay'] }), part('trend')] };
    assert.deepEqual(kindsOf(other, new Choices()), ['trend']);
  });

  test('is counted by columns, by rows or by shows', () => {
    const choices = new Choices();
    const columns = [column('a', { metric: 'gmv' }), column('b', { ignored: 'unknown' })];
    assert.deepEqual(amount({ parts: [part('summary', { columns })] }, ['summary'], choices), { of: 'columns', n: 1 });
    assert.deepEqual(amount({ parts: [part('goals')] }, ['goals'], choices), { of: 'rows', n: 2 });
    const shows = ['known', 'new', 'ask', 'falseStart', 'removed'].map((match, row) => ({ match, row }));
    const list = { parts: [part('list', { shows })] };
    assert.deepEqual(amount(list, ['list'], choices), { of: 'shows', n: 3 });
    choices.answers[2] = 'skip';
    assert.deepEqual(amount(list, ['list'], choices), { of: 'shows', n: 2 });
  });
});

describe('Before a file is stored it is asked', () => {
  test('what a column is that nothing says for sure, until somebody has said so', () => {
    const choices = new Choices();
    const unsure = column('转化率', { metric: 'clk_pay_rate' }, { certainty: 'unsure', style: { ratio: 'percent' } });
    const one = part('summary', { columns: [unsure, column('成交金额', { metric: 'gmv' })] });
    assert.deepEqual(whys(one, choices), ['column']);
    assert.deepEqual(tally(one, choices), { known: 1, open: 1, unused: 0 });
    choices.choose('summary', '转化率', changed(unsure, {}));
    assert.deepEqual(whys(one, choices), []);
    assert.deepEqual(tally(one, choices), { known: 2, open: 0, unused: 0 });
  });

  test('which of several rows is this show, and nothing where the file is of none', () => {
    const rows = [{ row: 0, chosen: false }, { row: 1, chosen: false }];
    assert.deepEqual(whys(part('summary', { doubts: ['severalShows'], choices: rows }), new Choices()), ['row']);
    assert.deepEqual(whys(part('summary', { doubts: ['otherDay'] }), new Choices()), ['doubt']);
    assert.equal(isHopeless(part('summary', { doubts: ['otherDay'], choices: rows })), false);
    assert.equal(isHopeless(part('summary', { doubts: ['productList'] })), true);
    const refused = part('questions', { changes: { refused: 'full' } });
    assert.deepEqual([isHopeless(refused), whys(refused, new Choices())], [true, ['refused']]);
  });

  test('what the columns are that its kind must have, and nothing else before they are chosen', () => {
    const columns = [column('甲', { ignored: 'unknown' }), column('乙', { ignored: 'empty' }, { samples: [] })];
    const one = part('goals', { doubts: ['unmapped'], columns, bad: 3 });
    assert.deepEqual(asksOf(one, new Choices()), [{ why: 'unmapped', kind: 'goals' }]);
    assert.equal(isHopeless(one), false);
    assert.deepEqual(tally(one, new Choices()), { known: 0, open: 1, unused: 1 });
    assert.deepEqual(kindsOf({ parts: [one] }, new Choices()), ['goals']);
  });

  test('whether what is of another day is stored all the same; of a show’s own numbers it is not', () => {
    const choices = new Choices();
    const trend = part('trend', { doubts: ['otherDay'] });
    assert.deepEqual([isHopeless(trend), whys(trend, choices)], [false, ['otherDay']]);
    choices.answers.otherDay = 'store';
    assert.deepEqual(whys(trend, choices), []);
    assert.deepEqual(whys(part('summary', { doubts: ['otherDay'] }), choices), ['doubt']);
  });

  test('of each row of a list that fits a known show which it is', () => {
    const choices = new Choices();
    const list = part('list', {
      shows: [{ row: 0, match: 'ask' }, { row: 1, match: 'new' }, { row: 2, match: 'ask' }],
    });
    choices.answers[2] = 'new';
    assert.deepEqual(asksOf(list, choices), [{ why: 'shows', kind: 'list', n: 1 }]);
  });

  test('what becomes of questions without a time, and of rows that cannot be read', () => {
    const choices = new Choices();
    const one = part('questions', {
      rows: 4,
      accepted: 2,
      left: [{ line: 9, why: 'total' }],
      problems: { count: 1, first: [{ line: 3 }] },
      changes: { questions: { undated: 2 } },
    });
    assert.equal(badRows(one), 1);
    assert.deepEqual(whys(one, choices), ['undated', 'bad']);
    Object.assign(choices, { skipBad: true, answers: { undated: 'skip' } });
    assert.deepEqual(whys(one, choices), []);
  });

  test('nothing of a part that is not stored', () => {
    const choices = new Choices();
    const preview = { parts: [part('summary'), part('trend', { doubts: ['productList'] })] };
    assert.deepEqual(asks(preview, choices), []);
    choices.taken.trend = true;
    assert.deepEqual(asks(preview, choices).map(({ why }) => why), ['doubt']);
  });
});

describe('The columns of a file', () => {
  const known = column('场观', { metric: 'watch_uv' });
  const unused = column('备注', { ignored: 'empty' }, { samples: [] });
  const unknown = column('粉丝团', { ignored: 'unknown' });
  const keys = (columns) => columns.map(({ key }) => key);

  test('begin with what is to be looked at, and end with what is not used', () => {
    const unsure = column('率', { metric: 'roi' }, { certainty: 'unsure' });
    assert.deepEqual(keys(ordered({ kind: 'summary', columns: [unused, known, unknown, unsure] }, {})), [
      '粉丝团',
      '率',
      '场观',
      '备注',
    ]);
  });

  test('stay where they are when one is chosen', () => {
    const seen = {};
    ordered({ kind: 'summary', columns: [known, unknown] }, seen);
    const chosen = { ...unknown, meaning: { metric: 'fan_club_new' }, certainty: 'chosen' };
    assert.deepEqual(keys(ordered({ kind: 'summary', columns: [known, chosen] }, seen)), ['粉丝团', '场观']);
  });

  test('tell of another one that means the same', () => {
    const one = part('summary', { columns: [known, unknown] });
    assert.equal(twin(one, unknown, { metric: 'watch_uv' }), known);
    assert.equal(twin(one, known, { metric: 'watch_uv' }), undefined);
    assert.equal(twin(one, unknown, { ignored: 'chosen' }), undefined);
  });
});
