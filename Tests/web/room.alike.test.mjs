import assert from 'node:assert/strict';
import { test } from 'node:test';
import { Value } from '../../web/core/source.js';
import { FakeTime } from './fake-time.mjs';
import { Alike } from '../../web/views/room/alike.js';

const card = (id, no) => ({ id, no, revealed: true, edited: 1 });
const PAIRS = [{ issues: ['a', 'c'], likeness: 0.8 }, { issues: ['a', 'b'], likeness: 0.5 }, {
  issues: ['b', 'd'],
  likeness: 0.4,
}];

/** What the server says, one after the other; the last again and again. */
function scene(...answers) {
  if (answers.length === 0) answers.push(PAIRS);
  const issues = new Value([card('a', 1), card('b', 2), card('c', 3), card('d', 4)]);
  const heads = new Map();
  const asked = [];
  const shelf = new Map();
  const now = {
    log: 'R',
    app: { draw() {} },
    stack: (id) => heads.get(id),
    get issues() {
      return issues.value;
    },
    get tops() {
      return issues.value;
    },
  };
  const kept = { getItem: (name) => shelf.get(name) ?? null, setItem: (name, text) => shelf.set(name, text) };
  const read = (path) => {
    asked.push(path);
    return Promise.resolve({ pairs: answers.length > 1 ? answers.shift() : answers[0] });
  };
  const time = new FakeTime();
  return { now, issues, heads, asked, kept, read, time, alike: new Alike(now, { read, kept, time }) };
}

const settled = () => new Promise((then) => setImmediate(then));

test('Of two cards that seem to say the same the younger one bears the offer, and each card one', async () => {
  const { alike } = scene();
  assert.equal(alike.offer('c'), null);
  await settled();
  assert.equal(alike.offer('c').id, 'a');
  assert.equal(alike.offer('d').id, 'b');
  assert.equal(alike.offer('b'), null);
});

test('An offer that was declined is made no more, nor after a reload', async () => {
  const { alike, now, read, kept } = scene();
  alike.offer('c');
  await settled();
  alike.decline('c', 'a');
  assert.equal(alike.offer('c'), null);
  assert.equal(alike.offer('b').id, 'a');
  const again = new Alike(now, { read, kept, time: new FakeTime() });
  again.offer('c');
  await settled();
  assert.equal(again.offer('c'), null);
});

test('Cards that are in a group are offered to none', async () => {
  const { alike, heads } = scene();
  heads.set('a', { id: 'g' });
  alike.offer('c');
  await settled();
  assert.equal(alike.offer('c'), null);
});

test('Likeness is asked for once for the same cards, and again when there are others, after a rest', async () => {
  const { alike, issues, asked, time } = scene();
  for (const id of ['a', 'b', 'c']) alike.offer(id);
  await settled();
  alike.offer('d');
  await settled();
  assert.deepEqual(asked, ['/api/alike?log=R']);
  for (const no of [5, 6, 7]) {
    issues.value = [...issues.value, card(`e${no}`, no)];
    alike.offer('a');
    await settled();
  }
  assert.equal(asked.length, 1);
  time.tick(5_000);
  await settled();
  assert.equal(asked.length, 2);
  time.tick(5_000);
  await settled();
  assert.equal(asked.length, 2);
});

test('An offer that stands stays while its cards still seem alike, even where another has become likelier', async () => {
  const answers = [PAIRS, [{ issues: ['a', 'b'], likeness: 0.9 }, ...PAIRS], [{ issues: ['a', 'b'], likeness: 0.9 }]];
  const { alike, issues, time, asked } = scene(...answers);
  const next = async (no) => {
    issues.value = [...issues.value, card(`e${no}`, no)];
    alike.offer('c');
    time.tick(5_000);
    await settled();
    return ['b', 'c', 'd'].map((id) => alike.offer(id)?.id ?? null);
  };
  alike.offer('c');
  await settled();
  assert.deepEqual(await next(5), [null, 'a', 'b']);
  assert.deepEqual(await next(6), ['a', null, null]);
  assert.equal(asked.length, 3);
});

test('A room that has been left asks no more', async () => {
  const { alike, issues, asked, time } = scene();
  alike.offer('a');
  await settled();
  issues.value = [...issues.value, card('e', 5)];
  alike.offer('a');
  await settled();
  alike.close();
  time.tick(5_000);
  await settled();
  assert.equal(asked.length, 1);
});
