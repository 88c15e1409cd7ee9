import assert from 'node:assert/strict';
import { describe, test } from 'node:test';
import { standing, step } from '../../web/views/room/budget.js';
import { laneCount } from '../../web/views/room/lanecount.js';
import { bucketWidth, questionDensity } from '../../web/views/room/density.js';
import { asAnswers, lanes, ranking } from '../../web/views/room/order.js';

const ids = (list) => list.map((issue) => issue.id);

describe('a lane', () => {
  test('that hides the cards of others does not say there are none', () => {
    assert.equal(laneCount(0, { revealed: false }), '');
    assert.equal(laneCount(2, { revealed: false }), '2');
    assert.equal(laneCount(0, { revealed: true }), '0');
    assert.equal(laneCount(4, { revealed: true }, 3), '1/4');
  });
});

describe('the order of cards', () => {
  const issues = [
    { id: 'i10', role: 'host', no: 3, votes: 1 },
    { id: 'i9', role: 'host', votes: 0 },
    { id: 'i2', role: 'floor', no: 1, votes: 5 },
    { id: 'i3', role: 'host', no: 2, votes: 1 },
    { id: 'i11', role: 'host' },
  ];

  test('by number, those without one last and by id', () =>
    assert.deepEqual(ids(lanes(issues).host), ['i3', 'i10', 'i9', 'i11']));
  test('every role has a lane, and everyone has one', () =>
    assert.deepEqual(Object.keys(lanes([])), ['operations', 'host', 'floor', 'backstage', 'private', 'all']));
  test('when solving, most votes first across roles, then by number', () =>
    assert.deepEqual(ids(ranking(issues)), ['i2', 'i3', 'i10', 'i9', 'i11']));
});

describe('the order of solutions', () => {
  const issues = [{ id: 'a', no: 1, votes: 1 }, { id: 'b', no: 2, votes: 4 }, { id: 'c', no: 3 }];
  const solutions = [{ id: 's1', issues: [] }, { id: 's2', issues: ['a', 'c'] }, { id: 's3', issues: ['b'] }, {
    id: 's4',
    issues: ['a'],
  }, { id: 's5' }];

  test('those for the card with the most votes first, those for none last, of equals as they came sorted', () => {
    assert.deepEqual(ids(asAnswers(solutions, issues)), ['s3', 's2', 's4', 's1', 's5']);
    assert.deepEqual(ids(asAnswers(solutions, [])), ['s1', 's2', 's3', 's4', 's5']);
  });
});

describe('the vote budget', () => {
  test('without a ballot all is left', () =>
    assert.deepEqual(standing(undefined, new Map(), 5), { votes: {}, left: 5 }));
  test('intents lie over what the server confirmed', () =>
    assert.deepEqual(standing({ votes: { a: 2, b: 1 }, left: 2 }, new Map([['b', 3]]), 5), {
      votes: { a: 2, b: 3 },
      left: 0,
    }));
  test('taking all back leaves no trace', () =>
    assert.deepEqual(standing({ votes: { a: 2 }, left: 3 }, new Map([['a', 0]]), 5), { votes: {}, left: 5 }));
  test('one over is shown as such, for the server to refuse', () =>
    assert.equal(standing({ votes: { a: 5 }, left: 0 }, new Map([['b', 1]]), 5).left, -1));
  test('a step stays between none and twenty', () => {
    assert.equal(step(0, -1), null);
    assert.equal(step(20, 1), null);
    assert.equal(step(1, -1), 0);
  });
});

describe('question density', () => {
  test('each question weighs as many users as asked it', () => {
    const questions = [{ id: 'q1', offset: 10, plus: 4 }, { id: 'q2', offset: 299 }, {
      id: 'q3',
      offset: 300,
      plus: 0,
    }];
    assert.deepEqual(questionDensity(questions, { from: 0, to: 900 }), [
      { offset: 0, asked: 6, questions: ['q1', 'q2'] },
      { offset: 300, asked: 1, questions: ['q3'] },
      { offset: 600, asked: 0, questions: [] },
    ]);
  });
  test('what lies outside the show is left out', () =>
    assert.deepEqual(
      questionDensity([{ id: 'q', offset: -20 }, { id: 'r', offset: 1000 }], { from: 0, to: 600 })
        .map((bucket) => bucket.asked),
      [0, 0],
    ));
  test('the width leaves a readable number of bars', () => {
    assert.equal(bucketWidth(254 * 60), 300);
    assert.equal(bucketWidth(40 * 60), 60);
  });
});
