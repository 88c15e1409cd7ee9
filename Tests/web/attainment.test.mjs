import assert from 'node:assert/strict';
import { test } from 'node:test';
import { share } from '../../web/ui/attainment.js';
import { percent } from '../../web/ui/format.js';

test('A share is rounded down to the percent it is, and never up to a goal that was not reached', () => {
  const rows = [
    [290, 500, '58%'],
    [57, 100, '57%'],
    [145, 500, '29%'],
    [0.7, 10, '7%'],
    [1.1, 1, '110%'],
    [0, 9, '0%'],
    [996, 1000, '99%'],
    [999_999_999_999, 1_000_000_000_000, '99%'],
    [500, 500, '100%'],
    [586, 1000, '58%'],
  ];
  for (const [actual, goal, told] of rows) {
    assert.equal(share({ percent }, 'gmv', actual / goal, { good: true }), told, `${actual} of ${goal}`);
  }
  for (let n = 0; n < 100; n++) assert.equal(share({ percent }, 'gmv', n / 100, {}), `${n}%`);
});
