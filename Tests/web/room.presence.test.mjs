import assert from 'node:assert/strict';
import { describe, test } from 'node:test';
import { stances } from '../../web/views/room/presence.js';

const CARDS = {
  mine: { id: 'mine', anonymous: true, mine: true },
  theirs: { id: 'theirs', anonymous: true },
  named: { id: 'named', by: 'me' },
};

function room() {
  const drafts = new Map();
  const ui = {
    composing: { isBusy: () => ui.isBusy, fields: { anonymous: false, role: 'host' }, what: 'issue' },
    opened: {},
    sheet: { issue: null },
    edits: { id: null },
    isBusy: false,
  };
  const app = {
    records: { log: () => ({ get: (_, id) => CARDS[id] }) },
    drafts: {
      read: (key) => drafts.get(key) ?? '',
      about: (name) => [...drafts.keys()].filter((key) => key.startsWith(`${name}:`)),
    },
  };
  return { ui, drafts, stance: stances(app, 'L', ui) };
}

describe('What the room is told of me', () => {
  test('is the card before me, and that I write where it will carry my name', () => {
    const { ui, stance } = room();
    ui.sheet.issue = 'theirs';
    assert.deepEqual(stance(), ['reading', { issue: 'theirs' }]);
    ui.isBusy = true;
    assert.deepEqual(stance(), ['writing', { issue: 'theirs', lane: 'host' }]);
  });

  test('is no place while I write without my name, nor until I open another card', () => {
    const { ui, stance } = room();
    ui.sheet.issue = 'named';
    ui.isBusy = true;
    ui.composing.fields.anonymous = true;
    assert.deepEqual(stance(), ['reading', { issue: null, unnamed: true }]);
    ui.isBusy = false;
    assert.deepEqual(stance(), ['reading', { issue: null }]);
    ui.sheet.issue = 'theirs';
    assert.deepEqual(stance(), ['reading', { issue: 'theirs' }]);
  });

  test('is not that I change my anonymous card, nor that I say something there without my name', () => {
    const { ui, drafts, stance } = room();
    ui.sheet.issue = 'mine';
    assert.deepEqual(stance(), ['reading', { issue: 'mine' }]);
    ui.edits.id = 'mine';
    assert.deepEqual(stance(), ['reading', { issue: null }]);
    ui.edits.id = null;
    assert.deepEqual(stance(), ['reading', { issue: null }]);
    for (const draft of ['comment:L:mine:anonymous', 'comment-edit:L:c']) {
      ui.sheet.issue = 'named';
      drafts.clear();
      assert.deepEqual(stance(), ['reading', { issue: 'named' }]);
      ui.sheet.issue = 'mine';
      drafts.set(draft, 'x');
      assert.deepEqual(stance(), ['reading', { issue: null }]);
    }
  });
});
