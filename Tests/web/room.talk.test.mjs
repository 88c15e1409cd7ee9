/** A card's discussion: who is named, and what the page shows before the server has told it. */
import assert from 'node:assert/strict';
import { describe, test } from 'node:test';
import { shown } from '../../web/views/room/discussions.js';
import { pending } from '../../web/views/room/pending.js';
import { beingNamed, callable, named, offered, withName } from '../../web/views/room/mentioning.js';

const people = callable(
  ['host', 'floor'],
  (role) => ({ host: '主播', floor: '场控' })[role],
  [{ id: 'l' }, { id: 'z' }, { id: 'gone', active: false }],
  (id) => ({ l: '小林', z: '小林子' })[id],
);

describe('Who is named', () => {
  test('is a member or a role, the longest name that stands there, and each once', () => {
    const rows = [
      ['@小林子 @小林 @小林', ['z', 'l'], []],
      ['请@场控和@主播看', [], ['floor', 'host']],
      ['小林 @老王 a@b', [], []],
      ['', [], []],
    ];
    for (const [text, members, roles] of rows) assert.deepEqual(named(text, people), { members, roles }, text);
  });

  test('is offered after a bare @: who is present, then the roles, then the others', () => {
    const roles = (role) => role;
    const members = [{ id: 'a' }, { id: 'b' }, { id: 'c' }];
    const all = callable(['host'], roles, members, (id) => id, new Map([['b', 'reading']]));
    assert.deepEqual(offered('', all).map(({ name }) => name), ['b', 'host', 'a', 'c']);
  });

  test('is offered while the name is typed, and no more once it stands there', () => {
    assert.deepEqual(beingNamed('请 @小', 4), { from: 2, typed: '小' });
    assert.equal(beingNamed('me@example', 10), null);
    assert.equal(beingNamed('@小林 ', 4), null);
    assert.deepEqual(offered('小', people).map(({ name }) => name), ['小林', '小林子']);
    assert.deepEqual(offered('场控', people), []);
    assert.deepEqual(withName('请 @小 看', 4, '小林'), { text: '请 @小林  看', caret: 6 });
  });
});

test('What is said of a card and not saved yet changes nothing of the card', () => {
  const { changes } = pending([
    { op: 'comment.post', args: { issue: 'i', text: '我来盯' }, state: 'waiting' },
    { op: 'issue.react', args: { issue: 'i', word: 'agree', on: true }, state: 'waiting' },
    { op: 'mentions.read', args: { issue: 'i' }, state: 'waiting' },
    { op: 'comment.edit', args: { comment: 'c', text: '改' }, state: 'waiting' },
  ]);
  assert.deepEqual([...changes], []);
});

describe('What is shown of a discussion', () => {
  const told = {
    comments: [{ id: 'a', text: '甲', by: 'you' }, { id: 'b', text: '乙', by: 'me', reactions: { agree: ['you'] } }],
    reactions: { doubt: ['me', 'you'] },
  };
  const item = (op, args, state = 'saving') => ({ id: op, op, args, state });

  test('is what the server has told, with one’s own acts laid over it', () => {
    const { comments, reactions } = shown(told, [
      item('comment.post', { issue: 'i', text: '丙' }),
      item('comment.edit', { comment: 'b', text: '乙改' }),
      item('comment.withdraw', { comment: 'a' }),
      item('comment.react', { comment: 'b', word: 'agree', on: true }),
      item('issue.react', { issue: 'i', word: 'doubt', on: false }),
      item('issue.react', { issue: 'i', word: 'thanks', on: true }),
    ], 'me');
    assert.deepEqual(comments.map(({ text }) => text), ['乙改', '丙']);
    assert.deepEqual(comments[0].reactions, { agree: ['you', 'me'] });
    assert.deepEqual(reactions, { doubt: ['you'], thanks: ['me'] });
    assert.deepEqual(told.comments[1].reactions, { agree: ['you'] });
  });

  test('keeps the words of what was refused, and changes nothing else by it', () => {
    const { comments } = shown(told, [
      item('comment.post', { issue: 'i', text: '丙' }, 'refused'),
      item('comment.withdraw', { comment: 'a' }, 'refused'),
    ], 'me');
    assert.deepEqual(comments.map(({ text, item }) => [text, item?.state]), [
      ['甲', 'refused'],
      ['乙', undefined],
      ['丙', 'refused'],
    ]);
  });

  test('is nothing before there was an answer, but for what one has just said', () => {
    const { comments, isHere } = shown(null, [item('comment.post', { issue: 'i', text: '丙' })], 'me');
    assert.deepEqual([comments.length, isHere], [1, false]);
  });
});
