import assert from 'node:assert/strict';
import { test } from 'node:test';
import { lineOf, parts } from '../../web/views/search/marked.js';

test('a match is marked wherever it stands, however wide or large it is written', () => {
  assert.deepEqual(parts('主播离席没有人顶', '离席'), [['主播', false], ['离席', true], ['没有人顶', false]]);
  assert.deepEqual(parts('ＧＭＶ没到', 'gmv'), [['ＧＭＶ', true], ['没到', false]]);
  assert.deepEqual(parts('换装时离开', '离开 换装'), [['换装', true], ['时', false], ['离开', true]]);
  assert.deepEqual(parts('没有', '离席'), [['没有', false]]);
  assert.deepEqual(parts('哈哈哈', '哈哈'), [['哈哈哈', true]]);
});

test('the line that is shown beside the title is the one with the match, cut around it', () => {
  const text = `先讲洗法\n${'很'.repeat(30)}缩水${'长'.repeat(80)}`;
  const line = lineOf({ title: '羊绒', text }, '缩水');
  assert.match(line, /^…很+缩水长+…$/);
  assert.equal(lineOf({ title: '缩水', text: '先讲洗法' }, '缩水'), null);
  assert.equal(lineOf({ title: '羊绒', text: '' }, '缩水'), null);
});
