import assert from 'node:assert/strict';
import { describe, test } from 'node:test';
import { allOver, following, may, pageOf, postingLanes, preceding, standingOf } from '../../web/views/room/phases.js';

describe('the way through a review', () => {
  test('forward walks every station and the three steps of the data', () => {
    const walked = [];
    for (let at = { phase: 'prepare' }; at; at = following(at)) walked.push(at.step ?? at.phase);
    assert.deepEqual(walked, ['prepare', 'live', 'goals', 'show', 'comparison', 'collect', 'vote', 'solve', 'closed']);
  });
  test('back undoes forward', () => {
    let at = { phase: 'closed' };
    while (preceding(at)) {
      assert.deepEqual(following(preceding(at)), at);
      at = preceding(at);
    }
    assert.deepEqual(at, { phase: 'prepare' });
  });
  test('a show that is over is not waited for, forward or back', () => {
    assert.deepEqual(following({ phase: 'prepare' }, true), { phase: 'data', step: 'goals' });
    assert.deepEqual(preceding({ phase: 'data', step: 'goals' }, true), { phase: 'prepare' });
    assert.deepEqual(following({ phase: 'live' }, true), { phase: 'data', step: 'goals' });
  });
  test('shows are over once all have ended, or should have long ago', () => {
    const hour = 3_600_000;
    assert.equal(allOver([{ start: 0, end: hour, ended: true }], 2 * hour), true);
    assert.equal(allOver([{ start: 0, end: hour, ended: false }], 2 * hour), false);
    assert.equal(allOver([{ start: 0, end: hour, ended: false }], 20 * hour), true);
    assert.equal(allOver([{ ended: true }, { start: 0, end: null, ended: false }], 2 * hour), false);
    assert.equal(allOver([], hour), false);
  });
  test('a station has its page', () =>
    assert.deepEqual(
      [{ phase: 'data' }, { phase: 'data', step: 'show' }, { phase: 'vote' }, { phase: 'closed' }].map(pageOf),
      ['goals', 'show', 'board', 'summary'],
    ));
  test('stations lie behind, here or ahead', () =>
    assert.deepEqual(['live', 'vote', 'solve'].map((phase) => standingOf(phase, { phase: 'vote' })), [
      'done',
      'now',
      'ahead',
    ]));
});

describe('what the page offers', () => {
  const me = { member: 'm', roles: ['host'], lead: false };
  const room = { phase: 'collect', facilitator: 'f', revealed: false };
  test('only the facilitator or a lead reveals, and only while collecting', () => {
    assert.equal(may.reveal(room, me), false);
    assert.equal(may.reveal(room, { ...me, lead: true }), true);
    assert.equal(may.reveal({ ...room, phase: 'vote' }, { ...me, member: 'f' }), false);
    assert.equal(may.reveal({ ...room, revealed: true }, { ...me, member: 'f' }), false);
  });
  test('authors change their cards, others link once revealed', () => {
    assert.equal(may.edit(room, { mine: true }, me), true);
    assert.equal(may.edit(room, {}, me), false);
    assert.equal(may.link(room, { revealed: false }, me), false);
    assert.equal(may.link(room, { revealed: true }, me), true);
  });
  test('nothing is posted before the show or after the end', () => {
    assert.equal(may.post({ phase: 'prepare' }, me), false);
    assert.equal(may.post({ phase: 'closed' }, me), false);
  });
  test("members post for their own roles and into everyone's lane, the facilitator into any, own first", () => {
    assert.deepEqual(postingLanes(room, me), ['host', 'all']);
    const any = ['host', 'operations', 'floor', 'backstage', 'private', 'all'];
    assert.deepEqual(postingLanes({ ...room, facilitator: 'm' }, me), any);
  });
});
