/** Long columns: how they grow, and in which stretches they stand. */
import assert from 'node:assert/strict';
import { beforeEach, describe, it, mock } from 'node:test';
import { stretches } from '../../web/views/room/stretches.js';
import { unrolled } from '../../web/views/room/unrolling.js';

const cards = (count, first = 1) =>
  Array.from({ length: count }, (_, n) => ({ id: `card${first + n}`, no: first + n }));

describe('a column that grows', () => {
  let drawings;
  let now;
  beforeEach(() => {
    mock.timers.reset();
    mock.timers.enable({ apis: ['setTimeout'] });
    drawings = 0;
    now = { app: { draw: () => (drawings += 1) }, ui: { unrolled: new Map() } };
  });

  it('a short one is whole at once, and what joins it is not held back', () => {
    assert.equal(unrolled(now, 'host', cards(5)).length, 5);
    assert.equal(unrolled(now, 'host', cards(6)).length, 6);
    assert.equal(drawings, 0);
  });

  it('a long one shows its beginning first, and the rest in drawings of its own', () => {
    const all = cards(20);
    assert.deepEqual(unrolled(now, 'host', all), all.slice(0, 5));
    assert.equal(drawings, 0);
    mock.timers.tick(100);
    assert.equal(drawings, 1);
    assert.equal(unrolled(now, 'host', all).length, 13);
    assert.equal(drawings, 2);
    assert.equal(unrolled(now, 'host', all), all);
    assert.equal(drawings, 2);
  });
});

describe('stretches', () => {
  let now;
  const drawn = (list, depends = []) => stretches(now, 'host', list, depends, (card) => card.id);
  beforeEach(() => {
    globalThis.document = { activeElement: null };
    now = { ui: { stretched: new Map() }, lanes: { host: [] }, standing: { votes: {} } };
  });

  it('the cards of a small room stand in none', () => {
    now.lanes.host = cards(20);
    assert.deepEqual(drawn(now.lanes.host), [[], now.lanes.host.map((card) => card.id)]);
  });

  it('those of a large one stand by tens, each where its number says, the newest behind them', () => {
    now.lanes.host = cards(34);
    const [groups, loose] = drawn(now.lanes.host);
    assert.deepEqual(groups.map((group) => group.key), [10, 20]);
    assert.deepEqual(loose, cards(14, 21).map((card) => card.id));
    const [fewer] = drawn(now.lanes.host.filter((card) => card.no > 10));
    assert.deepEqual(fewer.map((group) => group.key), [20]);
  });

  it('however far apart the numbers of a column are', () => {
    now.lanes.host = cards(150).filter((card) => card.no % 5 === 0);
    assert.deepEqual(drawn(now.lanes.host)[0].map((group) => group.key), [50, 100]);
  });

  it('what comes later stands behind them, until it is much', () => {
    now.lanes.host = cards(30);
    drawn(now.lanes.host);
    now.lanes.host = cards(40);
    assert.equal(drawn(now.lanes.host)[1].length, 20);
    now.lanes.host = cards(41);
    assert.equal(drawn(now.lanes.host)[1].length, 11);
  });

  it('a card that leaves its stretch leaves the others as they are', () => {
    now.lanes.host = cards(50);
    const before = drawn(now.lanes.host)[0];
    now.lanes.host = cards(50).filter((card) => card.no !== 12);
    const after = drawn(now.lanes.host)[0];
    assert.notDeepEqual(after[1].deps, before[1].deps);
    assert.deepEqual(after[2].deps, before[2].deps);
  });

  it('but not while one of them has the focus', () => {
    document.activeElement = { closest: () => ({}) };
    now.lanes.host = cards(60);
    assert.equal(drawn(now.lanes.host)[1].length, 60);
  });

  it('a stretch depends on its cards, on the votes for them, and on nothing of another', () => {
    now.lanes.host = cards(100);
    now.standing.votes = { card10: 1 };
    const before = drawn(now.lanes.host)[0];
    now.standing.votes = { card10: 2 };
    const after = drawn(now.lanes.host)[0];
    assert.notDeepEqual(after[0].deps, before[0].deps);
    assert.deepEqual(after[1].deps, before[1].deps);
  });
});
