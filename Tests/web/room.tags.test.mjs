/** Tags: what is typed and pasted, one's changes among others', and what a chosen tag hides. */
import assert from 'node:assert/strict';
import { describe, test } from 'node:test';
import { Columns } from '../../web/views/room/columns.js';
import { tagsWith, takenApart, without, withWords } from '../../web/views/room/tagging.js';
import { tagged } from '../../web/views/room/tags.js';

const LIMITS = { longest: 12, most: 5 };
const none = { text: '', added: [], removed: [] };

describe('What is typed', () => {
  test('is parted by commas, the mark of lists, blanks and the sign before a tag', () => {
    const rows = [
      ['离', [], '离'],
      ['离线，', ['离线'], ''],
      ['离线、断', ['离线'], '断'],
      ['a,b c', ['a', 'b'], 'c'],
      ['＃流量　#付费,', ['流量', '付费'], ''],
      [' ,，', [], ''],
      ['\u200b，', [], ''],
    ];
    for (const [text, words, rest] of rows) assert.deepEqual(takenApart(text), { words, rest }, text);
    assert.deepEqual(takenApart('#离 #线', true).words, ['离', '线']);
    assert.deepEqual(takenApart('流量#付费', true).words, ['流量', '付费']);
  });

  test('becomes a tag once, and stays typed where it is too long or there is no more room', () => {
    assert.deepEqual(withWords(['甲', '甲', '乙'], ['乙'], none, LIMITS), { ...none, added: ['甲'] });
    assert.equal(withWords(['一二三四五六七八九十一二'], [], none, LIMITS).text, '');
    assert.equal(withWords(['一二三四五六七八九十一二三'], [], none, LIMITS).text, '一二三四五六七八九十一二三');
    const full = withWords(['a', 'b', 'c'], ['1', '2', '3'], none, LIMITS);
    assert.deepEqual([full.added, full.text], [['a', 'b'], 'c']);
  });
});

describe('One’s changes', () => {
  test('go with what others change meanwhile', () => {
    const changes = without('甲', withWords(['丙'], ['甲', '乙'], none, LIMITS));
    assert.deepEqual(tagsWith(['甲', '乙'], changes), ['乙', '丙']);
    assert.deepEqual(tagsWith(['乙', '丁'], changes), ['乙', '丁', '丙']);
    assert.deepEqual(tagsWith(['丙', '甲'], changes), ['丙']);
  });

  test('that are taken back are none', () => {
    const added = withWords(['甲'], ['甲'], without('甲', none), LIMITS);
    assert.deepEqual(tagsWith(['甲'], added), ['甲']);
    assert.deepEqual(tagsWith([], without('乙', withWords(['乙'], [], none, LIMITS))), []);
  });
});

describe('A chosen tag', () => {
  const card = (id, tags, by = 'you') => ({ id, tags, by });
  const scene = (issues, items = {}) => ({
    issues,
    me: { member: 'me' },
    ui: { columns: new Columns(() => {}) },
    stack: () => undefined,
    groupOf: () => undefined,
    own: (id) => ({ item: items[id] }),
  });
  const ids = (now) => tagged(now, now.issues).map(({ id }) => id);

  test('hides what does not bear it, but not what one has just written, nor what is not saved', () => {
    const now = scene([card('a', ['甲']), card('b', []), card('mine', [], 'me'), card('unsaved')], { unsaved: {} });
    now.ui.columns.siftBy('甲', now.issues);
    now.issues = [...now.issues, card('later', []), card('new', undefined, 'me')];
    assert.deepEqual(ids(now), ['a', 'unsaved', 'new']);
  });

  test('is let go by the same press, by all cards, and where the room goes on', () => {
    const now = scene([card('a', ['甲']), card('b', [])]);
    const { columns } = now.ui;
    for (const letGo of [() => columns.siftBy('甲'), () => columns.siftBy(null), () => columns.siftNoMore()]) {
      columns.siftBy('甲', now.issues);
      assert.deepEqual(ids(now), ['a']);
      letGo();
      assert.deepEqual(ids(now), ['a', 'b']);
    }
  });

  test('that nobody sees any more has no say', () => {
    const now = scene([card('a', ['甲']), card('b', [])]);
    now.ui.columns.siftBy('乙', now.issues);
    assert.deepEqual(ids(now), ['a', 'b']);
  });
});
