import assert from 'node:assert/strict';
import { describe, test } from 'node:test';
import { Drafts } from '../../web/ui/drafts.js';
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
    const escape = more => ({ key: 'Escape', keyCode: 27, timeStamp: 10_000, ...more });
    assert.equal(guard.meaning(escape({ isComposing: true })), null);
    assert.equal(guard.meaning(escape()), 'leave');
  });
});

class Shelf {
  getItem(key) {
    return Object.hasOwn(this, key) ? this[key] : null;
  }
  setItem(key, value) {
    this[key] = value;
  }
  removeItem(key) {
    delete this[key];
  }
}

describe('Drafts', () => {
  test('live through a reload, field by field', () => {
    const shelf = new Shelf();
    const drafts = new Drafts(shelf);
    drafts.write('a', '写到一半');
    drafts.write('b', 'x');
    drafts.clear('b');
    const reloaded = new Drafts(shelf);
    assert.deepEqual([reloaded.read('a'), reloaded.read('b')], ['写到一半', '']);
  });

  test('do not change under the writer when another tab writes', () => {
    const shelf = new Shelf();
    const mine = new Drafts(shelf);
    mine.read('a');
    new Drafts(shelf).write('a', '别处');
    assert.equal(mine.read('a'), '');
  });

  test('unseen for a month are swept, and a storage that refuses loses nothing typed', () => {
    const shelf = new Shelf();
    let now = 0;
    const drafts = new Drafts(shelf, () => now);
    drafts.write('old', '旧');
    now = 31 * 86_400_000;
    drafts.write('new', '新');
    shelf.language = 'en';
    drafts.sweep();
    assert.deepEqual(Object.keys(shelf), ['draft:new', 'language']);
    const refusing = new Drafts({ getItem: () => { throw new Error(); }, setItem: () => { throw new Error(); } });
    refusing.write('a', '还在');
    assert.equal(refusing.read('a'), '还在');
  });
});
