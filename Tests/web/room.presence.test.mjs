import assert from 'node:assert/strict';
import { describe, test } from 'node:test';
import { stances } from '../../web/views/room/presence.js';

function room() {
  const ui = {
    composing: { isBusy: () => ui.isBusy, fields: { anonymous: false, role: 'host' }, what: 'issue' },
    opened: {},
    sheet: { issue: null },
    isBusy: false,
  };
  return { ui, stance: stances(ui) };
}

describe('What the room is told of me', () => {
  test('is the card before me, and that I write where it will carry my name', () => {
    const { ui, stance } = room();
    ui.sheet.issue = 'theirs';
    assert.deepEqual(stance(), ['reading', { issue: 'theirs' }]);
    ui.isBusy = true;
    assert.deepEqual(stance(), ['writing', { issue: 'theirs', lane: 'host' }]);
  });

  test('is where I was, whatever I write there without my name', () => {
    const { ui, stance } = room();
    ui.sheet.issue = 'mine';
    const before = stance();
    ui.composing.fields.anonymous = true;
    assert.deepEqual(stance(), before);
    ui.isBusy = true;
    assert.deepEqual(stance(), before);
    ui.isBusy = false;
    assert.deepEqual(stance(), before);
    ui.sheet.issue = 'theirs';
    assert.deepEqual(stance(), ['reading', { issue: 'theirs' }]);
  });

  test('is that somebody writes without a name only where I am at no card, and was not seen to write', () => {
    const { ui, stance } = room();
    ui.isBusy = true;
    assert.deepEqual(stance(), ['writing', { issue: null, lane: 'host' }]);
    ui.composing.fields.anonymous = true;
    assert.deepEqual(stance(), ['reading', { issue: null }]);
    ui.isBusy = false;
    assert.deepEqual(stance(), ['reading', { issue: null }]);
    ui.isBusy = true;
    assert.deepEqual(stance(), ['reading', { issue: null, unnamed: true }]);
  });
});
