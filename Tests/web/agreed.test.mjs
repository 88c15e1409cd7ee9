import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { test } from 'node:test';
import { AFTER, asksWhy, dayOf, isAsked, isLate, isMine } from '../../web/core/agreed.js';
import { readLine } from '../../web/views/actions/line.js';
import { overAll, parted } from '../../web/views/actions/order.js';

const action = (more = {}) => ({
  id: 'a',
  text: 'x',
  owner: 'host',
  state: 'todo',
  at: 1,
  missed: 0,
  answers: [],
  ...more,
});
/** What the server judges by, too (DueTests.swift). */
const DUE = JSON.parse(readFileSync(new URL('../Samples/due.json', import.meta.url)));

function told({ from, heard = {}, ...more }) {
  const answers = Object.entries(heard).map(([room, answer]) => ({ room, answer }));
  const missed = answers.filter(({ answer }) => answer === 'notYet').length;
  return action({ ...more, ...(from && { from: { room: from } }), answers, missed });
}

test('a room asks for what is due, and for nothing of its own or of a later room', () => {
  const { rooms, day } = DUE;
  const here = { room: 'here', openedAt: rooms.here, day, openedAtOf: (id) => rooms[id] };
  for (const one of DUE.asked) {
    assert.equal(isAsked(told(one.action), here), one.is, JSON.stringify(one));
    assert.equal(isLate(told(one.action), day), one.late, JSON.stringify(one));
  }
});

test('a reason is asked for what is dropped, and in the third room that hears not yet', () => {
  for (const one of DUE.reasons) assert.equal(asksWhy(told(one), one.answer, 'here'), one.is, JSON.stringify(one));
});

test('an answer on its way is shown as it will be', () => {
  const after = AFTER['action.answer'](action({ state: 'doing' }), { room: 'r2', answer: 'notYet' });
  assert.deepEqual([after.state, after.missed], ['doing', 1]);
  assert.equal(AFTER['action.answer'](action(), { room: 'r2', answer: 'done' }).state, 'done');
});

test('an action is of whom it names, and else of everyone in its role', () => {
  const me = { member: 'm', roles: ['host'] };
  assert.equal(isMine(action(), me), true);
  assert.equal(isMine(action({ member: 'n' }), me), false);
  assert.equal(isMine(action({ owner: 'floor', member: 'm' }), me), true);
});

test('a day is the one in China', () => {
  assert.equal(dayOf(Date.parse('2026-03-11T16:00:00Z')), '2026-03-12');
  assert.equal(dayOf(Date.parse('2026-03-11T15:59:59Z')), '2026-03-11');
});

test('one line says what, who and until when', () => {
  const who = [{ name: '主播', owner: 'host' }, { name: '小卓', owner: 'backstage', member: 'z' }];
  const mine = { owner: 'operations', member: 'me' };
  const read = (line) => readLine(line, { who, mine, today: '2026-03-12' });
  assert.deepEqual(read('尺码表做成图 @小卓 3月14日'), {
    text: '尺码表做成图',
    owner: 'backstage',
    member: 'z',
    due: { day: '2026-03-14' },
    unread: [],
  });
  assert.deepEqual(read('核价 @主播 到下一场'), {
    text: '核价',
    owner: 'host',
    member: null,
    due: { next: true },
    unread: [],
  });
  assert.deepEqual(read('备货 明天'), {
    text: '备货',
    owner: 'operations',
    member: 'me',
    due: { day: '2026-03-13' },
    unread: [],
  });
  assert.deepEqual(read('年货 1月5日').due, { day: '2027-01-05' });
  assert.deepEqual(read('尺码 2月30日').due, null);
  // What is not understood stays among the words, and is told.
  assert.deepEqual(read('写信给 @不认识的人').text, '写信给 @不认识的人');
  assert.deepEqual(read('写信给 @不认识的人').unread, ['@不认识的人']);
  assert.deepEqual(read('尺码 2月30日').unread, ['2月30日']);
});

test('mine come first, what is late before the rest, and a ticked one stays where it was', () => {
  const me = { member: 'm', roles: ['host'] };
  const rows = [
    action({ id: 'next', due: { next: true } }),
    action({ id: 'late', due: { day: '2026-03-01' } }),
    action({ id: 'theirs', owner: 'floor' }),
    action({ id: 'ticked', state: 'done', settledAt: 9 }),
    action({ id: 'old', state: 'done', settledAt: 1 }),
  ].map((one) => ({ action: one }));
  const kept = new Map([['ticked', action({ id: 'ticked', due: { day: '2026-02-01' } })]]);
  const { mine, others } = parted(rows, me, '2026-03-12', kept);
  assert.deepEqual(mine.map((row) => row.action.id), ['ticked', 'late', 'next']);
  assert.deepEqual(others.map((row) => row.action.id), ['theirs']);
});

test('the share over channels is of all that were due, and of none there is none', () => {
  const week = (agreed, done) => ({ agreed, done });
  const channels = [{ overview: { weeks: [week(1, 1), week(2, 0)] } }, {
    overview: { weeks: [week(0, 0), week(1, 1)] },
  }];
  assert.deepEqual(overAll(channels), { weeks: [week(1, 1), week(3, 1)], agreed: 4, done: 2, share: 0.5 });
  assert.equal(overAll([{ overview: { weeks: [week(0, 0)] } }]).share, null);
});
