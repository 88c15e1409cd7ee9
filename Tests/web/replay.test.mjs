import assert from 'node:assert/strict';
import { test } from 'node:test';
import { activity } from '../../web/strings/activity.zh-CN.js';
import { Course } from '../../web/views/replay/course.js';
import { Stops } from '../../web/views/replay/stops.js';
import { deedWords, sortOf } from '../../web/views/room/deeds.js';

const minute = 60_000;
const deed = (seq, at, more = {}) => ({
  seq,
  at: at * minute,
  op: 'issue.edit',
  about: [{ kind: 'issue', id: `${seq}` }],
  ...more,
});
const move = (seq, at, phase) => deed(seq, at, { op: 'phase.move', phase, about: [] });

const course = () =>
  new Course({
    first: 9,
    deeds: [
      deed(1, 0, { op: 'room.found', about: [] }),
      move(2, 1, 'collect'),
      deed(10, 10, { op: 'cards.reveal', about: [], count: 3 }),
      move(11, 11, 'vote'),
      deed(14, 15),
      // Of what nobody is named for, its minute is told.
      deed(15, 14),
      move(16, 20, 'closed'),
    ],
  });

test('all that was before the turning is one stop, and the rest are stops in order of time', () => {
  const { stops, from, to } = course();
  assert.deepEqual(stops.map(({ seq, at }) => [seq, at / minute]), [[9, 1], [10, 10], [11, 11], [14, 15], [15, 15], [
    16,
    20,
  ]]);
  assert.deepEqual([from, to], [0, 20 * minute]);
});

test('a moment is that of the last stop until then, and of a link the stop that is still there', () => {
  const it = course();
  assert.equal(it.at(0), 0);
  assert.equal(it.at(12 * minute), 2);
  assert.equal(it.at(99 * minute), 5);
  assert.equal(it.of(1), 0);
  assert.equal(it.of(13), 2);
  assert.equal(it.of(Infinity), 5);
});

test('it is walked stop by stop and phase by phase, and no further than its ends', () => {
  const it = course();
  assert.equal(it.step(0, -1), 0);
  assert.equal(it.step(5, 1), 5);
  assert.equal(it.stride(0, 1), 2);
  assert.equal(it.stride(2, 1), 5);
  assert.equal(it.stride(2, -1), 0);
});

test('phases are bands from the first moment to the last', () => {
  assert.deepEqual(course().bands.map(({ phase, from, to }) => [phase, from / minute, to / minute]), [
    ['prepare', 0, 1],
    ['collect', 1, 11],
    ['vote', 11, 20],
    ['closed', 20, 20],
  ]);
  assert.equal(Math.max(...course().bars(4)), 1);
});

test('of many wishes the newest is read next, and what was read is kept', async () => {
  const asked = [];
  const turn = () => new Promise((resolve) => setImmediate(resolve));
  const stops = new Stops('room', () => {}, {
    read: (path) => new Promise((resolve) => asked.push({ path, resolve })),
  });
  for (const seq of [1, 2, 3]) stops.want(seq);
  asked[0].resolve({ seq: 1 });
  await turn();
  assert.deepEqual(asked.map(({ path }) => path), ['/api/replay?log=room&at=1', '/api/replay?log=room&at=3']);
  asked[1].resolve({ seq: 3 });
  await turn();
  assert.equal(stops.shown.seq, 3);
  stops.want(1);
  assert.equal(stops.shown.seq, 1);
  assert.equal(asked.length, 2);
});

const t = (key, places = {}) =>
  String(key.replace(/^activity\./, '').split('.').reduce((tree, name) => tree?.[name], activity) ?? key)
    .replace(/\{(\w+)\}/g, (_, name) => places[name]);
const tools = {
  t,
  knows: (key) => t(key) !== key,
  name: () => '老贺',
  stationName: ({ phase }) => phase,
  record: (_, id) =>
    ({ s: { text: '双人核价' }, a: { no: 5, text: '链接挂错了' }, b: { no: 6, text: '', erased: {} } })[id],
};

test('a deed says who did what to which card, and names nobody it is not told', () => {
  const said = (more) => Object.values(deedWords(deed(1, 1, more), tools)).join('');
  assert.equal(
    said({ by: 'm', op: 'issue.tag', about: [{ kind: 'issue', id: 'a' }] }),
    '老贺给 #5 「链接挂错了」 打了标签',
  );
  assert.equal(said({ op: 'issue.edit', about: [{ kind: 'issue', id: 'b' }] }), '有人改了 #6 （文字已抹除）');
  assert.equal(
    said({ by: 'm', op: 'issue.withdraw', about: [{ kind: 'issue', id: 'x', text: '自己的' }] }),
    '老贺撤回了 撤回的「自己的」',
  );
  assert.equal(said({ by: 'm', op: 'cards.reveal', about: [], count: 3 }), '老贺翻开 3 张卡片');
  assert.equal(
    said({ by: 'm', op: 'cause.set', about: [{ kind: 'issue', id: 'a' }] }),
    '老贺act.cause.set #5 「链接挂错了」',
  );
});

test('a deed says which way it was done, to what and to whom', () => {
  const [a, b] = ['a', 'b'].map((id) => ({ kind: 'issue', id }));
  const said = (more) => deedWords(deed(1, 1, { by: 'm', about: [], ...more }), tools).words;
  for (
    const [more, words] of [
      [{ op: 'focus.set', about: [a] }, '带大家看 #5 「链接挂错了」'],
      [{ op: 'focus.set', how: 'off', about: [a] }, '取消带看 #5 「链接挂错了」'],
      [{ op: 'focus.set', how: 'off' }, '取消带看'],
      [{ op: 'issue.mark', how: 'parked', about: [a] }, '把 #5 「链接挂错了」 标成：停放'],
      [{ op: 'facilitator.hand', to: 'n' }, '把主持交给 老贺'],
      [{ op: 'group.make', about: [{ kind: 'group', id: 'g' }, a, b] }, '合并 #5 「链接挂错了」、#6 （文字已抹除）'],
      [{ op: 'group.dissolve', about: [a] }, '拆开 #5 「链接挂错了」'],
      [{ op: 'solution.choose', how: 'off', about: [{ kind: 'solution', id: 's' }] }, '取消选定办法 「双人核价」'],
      [{ op: 'timer.start', number: 10 }, '开始计时 10 分钟'],
      [{ op: 'timer.pause', how: 'off' }, '继续计时'],
      [{ op: 'votes.budget', number: 3 }, '每人改成 3 票'],
      [{ op: 'phase.plan', how: 'off', phase: 'vote' }, '把vote的时长改回建议的'],
    ]
  ) assert.equal(said(more), words);
});

test('deeds are sorted by what they are about', () => {
  assert.deepEqual(
    [move(1, 1, 'vote'), deed(1, 1), deed(1, 1, { op: 'solution.edit' })].map(sortOf),
    ['steering', 'issue', 'solution'],
  );
});
