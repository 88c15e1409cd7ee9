import assert from 'node:assert/strict';
import { test } from 'node:test';
import { calling, initialOf } from '../../web/core/names.js';

const roleName = (role) => ({ host: '主播', floor: '场控' })[role];
const member = (id, name, ...roles) => ({ id, name, roles });
const called = (...members) => [...calling(members, roleName).values()];

test('a name that one member bears is what they are called', () => {
  assert.deepEqual(called(member('a1', '小林', 'host'), member('b2', '小周', 'host')), ['小林', '小周']);
});

test('members of one name are told apart by their roles', () => {
  assert.deepEqual(called(member('a1', '小林', 'host'), member('b2', '小林', 'floor', 'host')), [
    '小林（主播）',
    '小林（场控、主播）',
  ]);
});

test('members of one name and the same roles are told apart by the end of their ids', () => {
  const names = called(
    member('00-1234', '小林', 'host'),
    member('00-5678', '小林', 'host'),
    member('00-9abc', '小林', 'floor'),
  );
  assert.deepEqual(names, ['小林（主播 1234）', '小林（主播 5678）', '小林（场控）']);
  assert.deepEqual(called(member('00-1234', '小林'), member('00-5678', '小林')), ['小林（1234）', '小林（5678）']);
});

test('who was removed is not taken for the namesake who came after them', () => {
  const names = calling([{ ...member('a1', '小林', 'host'), active: false }, member('b2', '小林', 'floor')], roleName);
  assert.deepEqual([names.get('a1'), names.get('b2')], ['小林（主播）', '小林（场控）']);
});

test('a name stands in a dot with the letter people go by: the last of a Chinese name, the first of any other', () => {
  assert.deepEqual(['林小溪', 'Anna', 'émile', '小林 2', 'Anna 小溪', ''].map(initialOf), [
    '溪',
    'A',
    'É',
    '小',
    '溪',
    '',
  ]);
});
