import assert from 'node:assert/strict';
import { describe, test } from 'node:test';
import { Clock } from '../../web/core/clock.js';
import { match } from '../../web/core/router.js';
import { makeUUID7 } from '../../web/core/uuid7.js';
import { Arrivals } from '../../web/ui/arrivals.js';
import { longestRise } from '../../web/ui/dom.js';
import { beganAt, stageOf } from '../../web/views/lobby/stage.js';
import { grouped } from '../../web/views/playbook/order.js';
import { offsetAt } from '../../web/views/show/moment.js';
import { expected } from '../../web/views/show/pending.js';

describe('A command id', () => {
  test('is a UUIDv7 of its moment', () => {
    const uuid7 = makeUUID7({ now: () => 0x0191_0000_0001 });
    assert.match(uuid7(), /^01910000-0001-7[0-9a-f]{3}-[89ab][0-9a-f]{3}-[0-9a-f]{12}$/);
  });

  test('never sorts before an earlier one, not within a millisecond nor when the clock goes back', () => {
    let now = 1_700_000_000_000;
    const uuid7 = makeUUID7({ now: () => now });
    const ids = Array.from({ length: 10_000 }, (_, n) => {
      if (n === 9000) now -= 60_000;
      return uuid7();
    });
    assert.deepEqual([...ids].sort(), ids);
    assert.equal(new Set(ids).size, ids.length);
  });
});

test('The clock believes the shortest round trip', () => {
  let device = 1000;
  const clock = new Clock(() => device);
  clock.adjust(5000);
  assert.equal(clock.now(), 5000);
  clock.adjust(6000, 200);
  assert.equal(clock.now(), 6100);
  device = 2000;
  clock.adjust(9999, 1000);
  clock.adjust(9999);
  assert.equal(clock.now(), 7100);
  clock.forget();
  clock.adjust(7000, 1000);
  assert.equal(clock.now(), 7500);
});

test('Paths lead to views, others to none', () => {
  const log = '0191f000-0000-7000-8000-000000000001';
  assert.deepEqual(match('/'), { name: 'lobby', params: {} });
  assert.deepEqual(match(`/room/${log}`), { name: 'room', params: { log } });
  assert.deepEqual(match(`/show/${log}`), { name: 'show', params: { log } });
  assert.equal(match('/room/1'), null);
  assert.equal(match('/vendor/x.js'), null);
});

describe('Arrivals', () => {
  const card = (id, by) => ({ id, by });
  const mine = (record) => record.by === 'me';

  test('wait outside, unless they are one’s own or were there at the first look', () => {
    const arrivals = new Arrivals();
    assert.equal(arrivals.sift([card('a', 'you')], mine).length, 1);
    const now = [card('a', 'you'), card('b', 'you'), card('c', 'me')];
    assert.deepEqual(arrivals.sift(now, mine).map((one) => one.id), ['a', 'c']);
    assert.equal(arrivals.waiting, 1);
    arrivals.admit();
    assert.equal(arrivals.waiting, 0);
    assert.equal(arrivals.sift(now, mine).length, 3);
  });

  test('that vanish while waiting are not counted', () => {
    const arrivals = new Arrivals();
    arrivals.sift([card('a', 'you')], mine);
    arrivals.sift([card('a', 'you'), card('b', 'you')], mine);
    assert.equal(arrivals.waiting, 1);
    arrivals.sift([card('a', 'you')], mine);
    assert.equal(arrivals.waiting, 0);
  });

  test('come in at once where nothing is being read', () => {
    const arrivals = new Arrivals();
    arrivals.sift([], mine);
    const now = [card('a', 'you'), card('b', 'you')];
    assert.equal(arrivals.sift(now, mine).length, 2);
    assert.equal(arrivals.waiting, 0);
    assert.equal(arrivals.sift([...now, card('c', 'you')], mine).length, 2);
  });
});

test('The fewest nodes move: the longest rise stays', () => {
  assert.deepEqual(longestRise([0, 1, 2]), [0, 1, 2]);
  assert.deepEqual(longestRise([3, 0, 1, 2]), [0, 1, 2]);
  assert.deepEqual(longestRise([-1, 4, -1, 2, 3, 5]), [2, 3, 5]);
  assert.deepEqual(longestRise([]), []);
});

describe('A question as it will be', () => {
  const question = { id: 'q', plus: 2, onAir: false, status: 'open' };
  const item = (op, args, state = 'saving') => ({ op, args: { question: 'q', ...args }, state });

  test('shows what is on its way', () => {
    const items = [
      item('question.plus', {}),
      item('question.plus', {}),
      item('question.air', { onAir: true }),
      item('question.answer', { words: '偏大' }),
    ];
    const { question: view } = expected(question, items);
    assert.deepEqual([view.plus, view.onAir, view.status, view.answer.words], [4, true, 'answered', '偏大']);
    assert.equal(question.plus, 2);
  });

  test('does not show what was refused, but tells of it', () => {
    const { question: view, items } = expected(question, [item('question.plus', {}, 'refused'), {
      op: 'question.plus',
      args: { question: 'other' },
    }]);
    assert.equal(view.plus, 2);
    assert.equal(items.length, 1);
  });
});

test('A question belongs to its moment in the show, and after the end to none', () => {
  const start = 1_000_000;
  assert.equal(offsetAt({ plannedStart: 0, start }, start + 61_900), 61);
  assert.equal(offsetAt({ plannedStart: start }, start - 60_000), -60);
  assert.equal(offsetAt({ start, end: start + 3_600_000 }, start + 1e10), null);
  assert.equal(offsetAt({ plannedStart: 1e12 }, 0), -86_400);
});

test('A show began when it really did; where nobody told, numbers or a file tell that it did as planned', () => {
  const now = 1e12;
  assert.equal(beganAt({ startsAt: now + 60 }, { start: now - 1 }, now), now - 1);
  for (const [show, summary] of [[{}, { latest: { gmv: 1 } }], [{ imported: true }, undefined]]) {
    assert.equal(beganAt({ startsAt: now - 5, ...show }, summary, now), now - 5);
    assert.equal(beganAt({ startsAt: now + 5, ...show }, summary, now), null);
  }
  for (const summary of [undefined, {}, { latest: {} }]) assert.equal(beganAt({ startsAt: 0 }, summary, now), null);
});

test('A show is planned, live or over by what happened, else by the plan', () => {
  const now = 1e12;
  assert.equal(stageOf({ startsAt: now + 1 }, undefined, now), 'planned');
  assert.equal(stageOf({ startsAt: now - 1 }, { start: now - 1 }, now), 'live');
  assert.equal(stageOf({ startsAt: now - 1 }, { start: now - 2, end: now - 1 }, now), 'ended');
  assert.equal(stageOf({ startsAt: now - 1, imported: true }, undefined, now), 'ended');
  assert.equal(stageOf({ startsAt: now - 2, endsAt: now - 1 }, undefined, now), 'ended');
  assert.equal(stageOf({ startsAt: now - 1, endsAt: now + 1 }, undefined, now), 'planned');
  assert.equal(stageOf({ startsAt: now - 2, endsAt: now - 1 }, { start: now - 2 }, now), 'live');
  assert.equal(stageOf({ startsAt: now - 2 * 86_400_000 }, undefined, now), 'ended');
});

test('The playbook begins with what waits for verification, then follows the show', () => {
  const entry = (no, status, stage) => ({ no, status, stage });
  const groups = grouped([
    entry(1, 'inForce', 'closing'),
    entry(2, 'trial', 'before'),
    entry(3, 'inForce', 'before'),
    entry(4, 'inForce', null),
  ]);
  assert.deepEqual(groups.map((group) => [group.name, group.entries.map((one) => one.no)]), [
    ['trial', [2]],
    ['before', [3]],
    ['closing', [1]],
    ['any', [4]],
  ]);
});
