/** Long columns: how they grow, and in which stretches they stand. */
import assert from 'node:assert/strict';
import { beforeEach, describe, it, mock } from 'node:test';
import { Stretches } from '../../web/views/room/stretches.js';
import { Unrolling } from '../../web/views/room/unrolling.js';

const cards = (count, first = 1) =>
  Array.from({ length: count }, (_, n) => ({ id: `card${first + n}`, no: first + n }));

describe('a column that grows', () => {
  let drawings;
  let unrolling;
  beforeEach(() => {
    mock.timers.reset();
    mock.timers.enable({ apis: ['setTimeout'] });
    drawings = 0;
    unrolling = new Unrolling(() => (drawings += 1));
  });

  it('a short one is whole at once, and what joins it is not held back', () => {
    assert.equal(unrolling.shown('host', cards(5)).length, 5);
    assert.equal(unrolling.shown('host', cards(6)).length, 6);
    assert.equal(drawings, 0);
  });

  it('a long one shows its beginning first, and the rest in drawings of its own', () => {
    const all = cards(20);
    assert.deepEqual(unrolling.shown('host', all), all.slice(0, 5));
    assert.equal(drawings, 0);
    mock.timers.tick(100);
    assert.equal(drawings, 1);
    assert.equal(unrolling.shown('host', all).length, 13);
    assert.equal(drawings, 2);
    assert.equal(unrolling.shown('host', all), all);
    assert.equal(drawings, 2);
  });
});

describe('stretches', () => {
  let columns;
  let all;
  const drawn = (list = all) => columns.of('host', all, list);
  const ends = (parts) => parts.stretches.map(({ end }) => end);
  beforeEach(() => {
    globalThis.document = { activeElement: null };
    columns = new Stretches();
  });

  it('the cards of a small room stand in none', () => {
    all = cards(20);
    assert.deepEqual(drawn(), { stretches: [], loose: all });
  });

  it('those of a large one stand by tens, each where its number says, the newest behind them', () => {
    all = cards(34);
    assert.deepEqual(ends(drawn()), [10, 20]);
    assert.deepEqual(drawn().loose, cards(14, 21));
    assert.deepEqual(ends(drawn(all.filter((card) => card.no > 10))), [20]);
  });

  it('however far apart the numbers of a column are', () => {
    all = cards(150).filter((card) => card.no % 5 === 0);
    assert.deepEqual(ends(drawn()), [50, 100]);
  });

  it('what comes later stands behind them, until it is much', () => {
    all = cards(30);
    drawn();
    all = cards(40);
    assert.equal(drawn().loose.length, 20);
    all = cards(41);
    assert.equal(drawn().loose.length, 11);
  });

  it('a card that leaves its stretch leaves the others as they are', () => {
    all = cards(50);
    const before = drawn().stretches;
    all = all.filter((card) => card.no !== 12);
    const after = drawn().stretches;
    assert.deepEqual(after[1].cards.length, before[1].cards.length - 1);
    assert.equal(after[0].cards, before[0].cards);
    assert.equal(after[2].cards, before[2].cards);
  });

  it('where nothing has changed, are the very same', () => {
    all = cards(50);
    assert.equal(drawn(), drawn());
  });

  it('but not while one of them has the focus', () => {
    document.activeElement = { closest: () => ({}) };
    all = cards(60);
    assert.equal(drawn().loose.length, 60);
    document.activeElement = null;
    assert.equal(drawn().loose.length, 10);
  });
});
