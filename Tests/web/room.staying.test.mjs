import assert from 'node:assert/strict';
import { describe, test } from 'node:test';
import { loadWords, speak } from '../../web/ui/words.js';
import { LogRecords } from '../../web/core/records.js';
import { noticeMove } from '../../web/views/room/announce.js';
import { byNumber } from '../../web/views/room/order.js';
import { RoomState } from '../../web/views/room/state.js';
import { edited, laneWithEdited, withEdited } from '../../web/views/room/staying.js';

await speak('zh-CN');
await loadWords(['room']);

const card = (id, no, role = 'host') => ({ id, no, role, text: id });

const app = { draw: () => {}, drafts: { read: () => '', write: () => {} } };

function room(cards, editing) {
  const records = new LogRecords('L');
  records.applySnap({ kind: 'room', at: { seq: 1, tag: 't', view: 'v' }, put: { issue: cards } });
  const begun = records.get('issue', editing);
  const ui = new RoomState(app, 'L');
  ui.edits.of('issue', begun, () => null);
  ui.edits.open(editing);
  return { records, ui };
}

const after = (now, event) =>
  now.records.applyEvents({ from: now.records.at.seq + 1, events: [{ tag: 'u', ...event }] });

describe('A card that is being edited', () => {
  const cards = [card('a', 1), card('b', 2), card('c', 3)];
  const ids = (list) => list.map((one) => one.id);

  test('stands where it stood when it is withdrawn', () => {
    const now = room(cards, 'b');
    assert.deepEqual(ids(withEdited(now, now.records.all('issue'), byNumber)), ['a', 'b', 'c']);
    after(now, { cut: { issue: ['b'] } });
    assert.deepEqual(ids(laneWithEdited(now, 'host', now.records.all('issue'), byNumber)), ['a', 'b', 'c']);
    assert.equal(edited(now, 'issue').text, 'b');
    assert.equal(edited(now, 'solution'), null);
  });

  test('stays in its lane when it is given to another role, and is in no other', () => {
    const now = room(cards, 'b');
    after(now, { put: { issue: [{ ...card('b', 2, 'floor'), text: '改' }] } });
    const own = now.records.all('issue').filter((one) => one.role === 'host');
    assert.deepEqual(ids(laneWithEdited(now, 'host', own, byNumber)), ['a', 'b', 'c']);
    assert.deepEqual(laneWithEdited(now, 'floor', [now.records.get('issue', 'b')], byNumber), []);
    assert.equal(edited(now, 'issue').text, '改');
  });

  test('is where it is once its editor is closed', () => {
    const now = room(cards, 'b');
    after(now, { cut: { issue: ['b'] } });
    now.ui.edits.close();
    assert.deepEqual(ids(withEdited(now, now.records.all('issue'), byNumber)), ['a', 'c']);
  });
});

describe('A move of the phase', () => {
  function state({ editing = null, composing = null } = {}) {
    const ui = new RoomState(app, 'L');
    ui.edits.open(editing);
    ui.composing.attend(composing);
    return ui;
  }

  /** A card of another that comes while the lane is held: seen at once, or waiting. */
  function visible(ui) {
    const look = (...cards) => ui.columns.visible('host', cards, () => false, () => true).map(({ id }) => id);
    look(card('a', 1));
    return look(card('a', 1), card('b', 2));
  }
  const holding = (
    place,
  ) => (globalThis.document = { activeElement: { closest: (selector) => (selector === place ? {} : null) } });

  test('takes along whoever does not write', () => {
    holding(null);
    const ui = state();
    noticeMove(ui, { phase: 'vote' });
    ui.looking.lookAt({ phase: 'collect' });
    noticeMove(ui, { phase: 'solve' });
    assert.deepEqual([ui.looking.at, ui.looking.isHeld, ui.composing.isCarried], [null, false, false]);
  });

  test('leaves an editor in its page, and takes its writer along when it is closed', () => {
    holding('.editing');
    const ui = state({ editing: 'a' });
    noticeMove(ui, { phase: 'vote' });
    noticeMove(ui, { phase: 'solve' });
    assert.deepEqual([ui.looking.at.phase, ui.looking.isHeld], ['vote', true]);
    noticeMove(ui, { phase: 'solve' });
    assert.equal(ui.looking.isHeld, true);
    ui.edits.close();
    noticeMove(ui, { phase: 'solve' });
    assert.deepEqual([ui.looking.at, ui.looking.isHeld], [null, false]);
  });

  test('within one page holds nobody, and tells who writes in the composer', () => {
    holding('.editing');
    const ui = state({ editing: 'a', composing: 'issue' });
    noticeMove(ui, { phase: 'collect' });
    noticeMove(ui, { phase: 'vote' });
    assert.deepEqual([ui.looking.at, ui.looking.isHeld, ui.composing.isCarried], [null, false, true]);
  });

  test('is not made by turning the cards: that is said as what it is, and lets them in', () => {
    holding(null);
    const ui = state({ composing: 'issue' });
    noticeMove(ui, { phase: 'collect', revealed: false });
    noticeMove(ui, { phase: 'collect', revealed: true });
    assert.deepEqual([ui.announcements.words, ui.composing.isCarried], ['卡片翻开了', false]);
    assert.deepEqual(visible(ui), ['a', 'b']);
    noticeMove(ui, { phase: 'vote', revealed: true });
    assert.deepEqual([ui.announcements.words, ui.composing.isCarried], ['进入「投票」', true]);
  });

  test('that turns the cards, too, says both', () => {
    holding(null);
    const ui = state();
    noticeMove(ui, { phase: 'collect', revealed: false });
    noticeMove(ui, { phase: 'vote', revealed: true });
    assert.equal(ui.announcements.words, '进入「投票」，卡片翻开了');
  });
});
