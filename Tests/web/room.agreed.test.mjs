/** 准备 as it is drawn: rows that are answered, those that ask why, and what holds the room back. */
import assert from 'node:assert/strict';
import { test } from 'node:test';
import './support/document.mjs';
import { makeFormat } from '../../web/ui/format.js';
import { loadWords, speak } from '../../web/ui/words.js';
import { answering } from '../../web/views/room/answering.js';
import { unanswered } from '../../web/views/room/asked.js';

await speak('zh-CN');
await loadWords(['room', 'room.data', 'room.agreed']);

const EARLIER = { id: 'E', shows: ['s'], openedAt: 50 };
const ME = { member: 'm1', roles: ['host'], name: '阿一' };

function scene({ phase = 'prepare', actions = [], deferrals = [], items = [], rooms = [EARLIER] } = {}) {
  const records = { D: {}, C: { action: actions }, R: { deferral: deferrals } };
  const log = (id) => ({
    all: (kind) => records[id]?.[kind] ?? [],
    get: (kind, key) => (records[id]?.[kind] ?? []).find((one) => one.id === key),
  });
  const sent = [];
  const typed = new Map();
  const app = {
    records: { log },
    directory: {
      get: (kind, id) => (kind === 'channel' ? { id, log: 'C' } : { id, roles: ['host'] }),
      all: () => [],
    },
    outbox: { items: () => items, dismiss: () => {} },
    listed: {
      everyRoom: rooms,
      room: (id) => rooms.find((one) => one.id === id),
      show: () => ({ channel: 'c' }),
    },
    clock: { now: () => Date.parse('2026-03-12T04:00:00Z') },
    drafts: {
      read: (key) => typed.get(key) ?? '',
      write: (key, text) => typed.set(key, text),
      clear: (key) => typed.delete(key),
      field: () => ({}),
    },
    f: makeFormat('zh-CN', 'Asia/Shanghai'),
    name: (id) => id,
    roleName: (role) => role,
    draw: () => {},
    submit: (log, op, args, more) => sent.push({ log, op, args, ...more }),
  };
  const now = {
    app,
    f: app.f,
    log: 'R',
    me: ME,
    ui: {},
    records: log('R'),
    room: { phase, openedAt: 100 },
    shows: [{ channel: 'c' }],
  };
  return { now, sent, typed };
}

const action = (id, more = {}) => ({
  id,
  text: `第${id}件`,
  owner: 'host',
  state: 'todo',
  due: { next: true },
  at: 1,
  edited: 7,
  missed: 0,
  answers: [],
  ...more,
});

const nodes = (vnode) =>
  vnode === null || vnode === undefined || typeof vnode !== 'object'
    ? []
    : Array.isArray(vnode)
    ? vnode.flatMap(nodes)
    : [vnode, ...nodes(vnode.children)];
const words = (vnode) =>
  Array.isArray(vnode)
    ? vnode.map(words).join('')
    : typeof vnode === 'object' && vnode !== null
    ? words(vnode.children)
    : typeof vnode === 'boolean' || vnode === undefined || vnode === null
    ? ''
    : String(vnode);
const button = (drawn, text) => nodes(drawn).find(({ tag, children }) => tag === 'button' && words(children) === text);

test('nothing that is due is one line', () => {
  assert.match(words(answering(scene().now)), /上次定下的事没有到期的事。$/);
});

test('what is open and not due is told as such, can be answered, and holds nothing back', () => {
  const actions = [action('a', { due: undefined }), action('b', { due: { day: '2026-03-14' } })];
  const { now, sent } = scene({ actions: [...actions, action('c', { from: { room: 'R' }, due: undefined })] });
  const drawn = answering(now);
  assert.match(words(drawn), /没有到期的事。还没到期.*第a件.*第b件.*3月14日/);
  assert.doesNotMatch(words(drawn), /第c件|已答/);
  assert.deepEqual(unanswered(now), []);
  button(drawn, '完成').props.onclick();
  assert.deepEqual(sent.map(({ args }) => [args.action, args.answer]), [['a', 'done']]);
});

test("a channel's first review says nothing of a last time", () => {
  assert.equal(answering(scene({ rooms: [] }).now), null);
  const drawn = answering(scene({ rooms: [], actions: [action('a', { due: undefined })] }).now);
  assert.match(words(drawn), /说好要做的事/);
  assert.doesNotMatch(words(drawn), /上次/);
});

test('an answer is sent at once with what was seen of the action, and is the one of this room', () => {
  const { now, sent } = scene({ actions: [action('a')] });
  button(answering(now), '未做').props.onclick();
  assert.deepEqual(sent, [{
    log: 'C',
    op: 'action.answer',
    args: { action: 'a', room: 'R', answer: 'notYet' },
    on: 7,
    slot: 'answer R a',
  }]);
});

test('what is dropped is sent with its reason alone', () => {
  const { now, sent, typed } = scene({ actions: [action('a')] });
  button(answering(now), '放弃').props.onclick();
  const asking = answering(now);
  assert.match(words(asking), /为什么放弃/);
  button(asking, '保存').props.onclick();
  assert.deepEqual(sent, []);
  button(asking, '不再需要').props.onclick();
  assert.equal(typed.get('why:a'), '不再需要');
  button(answering(now), '保存').props.onclick();
  assert.deepEqual(sent.map(({ args }) => args), [{ action: 'a', room: 'R', answer: 'dropped', reason: '不再需要' }]);
});

test('the way on is held back by what is neither answered, nor on its way, nor put off', () => {
  const answers = [{ room: 'R', answer: 'done', by: 'm1', at: 5 }];
  const actions = [action('a', { answers, state: 'done' }), action('b'), action('c'), action('d')];
  const items = [{ op: 'action.answer', args: { action: 'c', room: 'R', answer: 'done' }, state: 'waiting' }];
  const { now } = scene({ actions, items, deferrals: [{ id: 'd' }] });
  assert.deepEqual(unanswered(now), ['b']);
});

test('before the end it is held back by what was put off and is still open', () => {
  const actions = [action('a'), action('b', { state: 'done' }), action('c')];
  const deferrals = [{ id: 'a' }, { id: 'b' }, { id: 'c', final: true }];
  assert.deepEqual(unanswered(scene({ phase: 'solve', actions, deferrals }).now), ['a']);
  assert.deepEqual(unanswered(scene({ phase: 'vote', actions, deferrals }).now), []);
});
