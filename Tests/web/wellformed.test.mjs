import assert from 'node:assert/strict';
import { describe, test } from 'node:test';
import { cleanFields } from '../../web/ui/cleaning.js';
import { printable, wellFormed } from '../../web/core/wellformed.js';

describe('What is submitted', () => {
  test('has no half emoji and no NUL in any of its texts', () => {
    assert.deepEqual(wellFormed({ text: '好\ud83d', list: ['\udc4da', '👍'], in: { name: 'x\u0000y' } }), {
      text: '好\ufffd',
      list: ['\ufffda', '👍'],
      in: { name: 'xy' },
    });
  });

  test('has no number that is not one, and none of twenty digits', () => {
    assert.deepEqual(wellFormed({ a: NaN, b: Infinity, c: 1e20, d: -1e300, e: 0.0745, f: 1767225600000 }), {
      a: null,
      b: Number.MAX_SAFE_INTEGER,
      c: Number.MAX_SAFE_INTEGER,
      d: -Number.MAX_SAFE_INTEGER,
      e: 0.0745,
      f: 1767225600000,
    });
  });

  test('breaks its lines where Word did, and holds no other control character', () => {
    assert.equal(wellFormed({ text: '一\v二\f三\u0085四\u2028五\r\n六\u0007\u009f' }).text, '一\n二\n三\n四\n五\n六');
    assert.equal(wellFormed({ title: '一\v二\t三' }).title, '一 二 三');
  });

  test('is otherwise what was typed', () => {
    const args = {
      text: '尺码\n第二行\t👨‍👩‍👧',
      anonymous: true,
      offset: -30,
      values: { gmv: 1.5 },
      issues: ['a'],
      due: null,
    };
    assert.deepEqual(wellFormed(args), args);
    assert.deepEqual(wellFormed(wellFormed({ text: 'a\v\ud83d' })), wellFormed({ text: 'a\v\ud83d' }));
  });
});

describe('A field', () => {
  function field(localName, value, place = value.length) {
    const node = {
      localName,
      value,
      selectionStart: place,
      setSelectionRange: (start) => (node.selectionStart = start),
    };
    return node;
  }

  function type(target, more = {}) {
    let hear;
    cleanFields({ addEventListener: (_, listener) => (hear = listener) });
    hear({ target, ...more });
    return [target.value, target.selectionStart];
  }

  test('into which unseen characters were pasted holds none, and the cursor stays behind its word', () => {
    assert.deepEqual(type(field('textarea', '一\v二\u0000三', 4)), ['一\n二三', 3]);
    assert.deepEqual(type(field('input', '羊绒\u0085衫\t', 3)), ['羊绒 衫 ', 3]);
  });

  test('in which a word is composed, or that has no text, is left alone', () => {
    assert.deepEqual(type(field('textarea', 'a\v'), { isComposing: true }), ['a\v', 2]);
    assert.deepEqual(type({ localName: 'div' }), [undefined, undefined]);
    assert.equal(printable('没有'), '没有');
  });
});
