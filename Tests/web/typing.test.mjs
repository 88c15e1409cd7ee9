import assert from 'node:assert/strict';
import { describe, test } from 'node:test';
import { EnterGuard } from '../../web/ui/ime.js';

const enter = (more = {}) => ({ key: 'Enter', keyCode: 13, timeStamp: 10_000, ...more });

describe('Enter', () => {
  test('submits; with Shift it breaks the line', () => {
    const guard = new EnterGuard();
    assert.equal(guard.meaning(enter()), 'submit');
    assert.equal(guard.meaning(enter({ shiftKey: true })), null);
    assert.equal(guard.meaning({ key: 'a', keyCode: 65, timeStamp: 1 }), null);
  });

  test('never submits while a word is being composed', () => {
    const guard = new EnterGuard();
    assert.equal(guard.meaning(enter({ isComposing: true })), null);
    assert.equal(guard.meaning(enter({ keyCode: 229 })), null);
  });

  test('that Safari reports after the end of the composition belongs to it', () => {
    const guard = new EnterGuard();
    guard.compositionEnded(9990);
    assert.equal(guard.meaning(enter()), null);
    assert.equal(guard.meaning(enter({ timeStamp: 10_500 })), 'submit');
  });

  test('Esc leaves, but first it leaves the composition', () => {
    const guard = new EnterGuard();
    const escape = (more) => ({ key: 'Escape', keyCode: 27, timeStamp: 10_000, ...more });
    assert.equal(guard.meaning(escape({ isComposing: true })), null);
    assert.equal(guard.meaning(escape()), 'leave');
  });
});
