import assert from 'node:assert/strict';
import { test } from 'node:test';
import { followed, readLight } from '../../web/views/lobby/thresholds.js';

test('Thresholds are whole percents, and red begins beyond amber', () => {
  const rows = [
    ['5', '20', null],
    [' 10 ', '30', null],
    ['1', '99', null],
    ['0', '30', ['near', 'whole']],
    ['', '30', ['near', 'whole']],
    ['7.5', '30', ['near', 'whole']],
    ['１０', '３０', null],
    ['10', '', ['far', 'whole']],
    ['10', '100', ['far', 'whole']],
    ['10', '-3', ['far', 'whole']],
    ['10', '10', ['far', 'order']],
    ['30', '10', ['far', 'order']],
  ];
  for (const [near, far, problem] of rows) {
    const { wrong } = readLight({ near, far }, [1, 99]);
    assert.deepEqual(wrong && [wrong.field, wrong.problem], problem, `${near} ${far}`);
  }
});

test('A field that nobody has touched follows what others set, and one that was touched stays', () => {
  const edit = { begun: { near: 10, far: 30 }, fields: { near: '10', far: '4' } };
  assert.deepEqual(followed(edit, { near: 10, far: 30 }), { near: '10', far: '4' });
  assert.deepEqual(followed(edit, { near: 12, far: 50 }), { near: '12', far: '4' });
});
