/** What is offered to be taken back, and until when. */
import assert from 'node:assert/strict';
import { describe, test } from 'node:test';
import './support/document.mjs';
import { Records } from '../../web/core/records.js';
import { ACTS } from '../../web/core/wire.js';
import { loadWords, speak, t } from '../../web/ui/words.js';
import { isOffered } from '../../web/views/room/offering.js';
import { Undoing } from '../../web/views/room/undoing.js';

const records = new Records();
const app = { draw: () => {}, submit: () => {}, records };
const saved = (op) => ({ op, args: {}, answer: Promise.resolve({ saved: true, undo: { op, args: {} }, seq: 1 }) });

const offering = Object.keys(ACTS).filter(isOffered);

for (const language of ['zh-CN', 'en']) {
  test(`every act that is offered has an undo, and words that are no phase's in ${language}`, async () => {
    await speak(language);
    await loadWords(['room', 'room.dialogs']);
    const phases = ACTS['phase.move'].fields.phase.word.map((phase) => t(`phase.${phase}`));
    for (const op of offering.filter((one) => one !== 'phase.move')) {
      assert.equal(ACTS[op].undo, true, op);
      const words = t(`undo.did.${op}`);
      assert.ok(!words.includes('undo.') && !phases.some((phase) => words === phase || words.includes(phase)), words);
    }
  });
}

test('what is undone where it was done is not offered', () => {
  for (const op of ['issue.post', 'vote.set', 'ready.set', 'comment.post', 'issue.mark', 'worth.set']) {
    assert.equal(isOffered(op), false, op);
  }
});

test('what was done can be taken back until something else is done', async () => {
  const undoing = new Undoing(app, 'R');
  await undoing.await(saved('group.make'));
  assert.equal(undoing.offered.op, 'group.make');
  undoing.close();
  assert.equal(undoing.offered, null);
});

test('what is saved only after something else was done is not offered', async () => {
  const undoing = new Undoing(app, 'R');
  const first = undoing.await(saved('group.make'));
  undoing.close();
  await first;
  assert.equal(undoing.offered, null);
  const second = undoing.await(saved('group.make'));
  const third = undoing.await(saved('phase.move'));
  await Promise.all([second, third]);
  assert.equal(undoing.offered.op, 'phase.move');
  undoing.close();
});

describe('What others have gone on from', () => {
  const at = (seq) => ({ seq, tag: `t${seq}`, view: 1 });
  const snap = (put) => records.snap({ log: 'R', kind: 'room', at: at(1), put });
  const event = (seq, put) => records.events({ log: 'R', from: seq, events: [{ tag: `t${seq}`, put }] });
  const act = (op, args, undo, seq) => ({ op, args, answer: Promise.resolve({ saved: true, undo, seq }) });

  test('is not taken back: a phase from which another has moved on', async () => {
    snap({ room: [{ id: 'room', phase: 'vote' }] });
    const undoing = new Undoing(app, 'R');
    await undoing.await(act('phase.move', { phase: 'solve' }, { op: 'phase.move', args: { phase: 'vote' } }, 2));
    assert.equal(undoing.offered.op, 'phase.move');
    event(2, { room: [{ id: 'room', phase: 'solve' }] });
    assert.equal(undoing.offered.op, 'phase.move');
    event(3, { room: [{ id: 'room', phase: 'closed' }] });
    assert.equal(undoing.offered, null);
  });

  test('nor where both came in one message', async () => {
    snap({ room: [{ id: 'room', phase: 'vote' }] });
    const undoing = new Undoing(app, 'R');
    await undoing.await(act('phase.move', { phase: 'solve' }, { op: 'phase.move', args: { phase: 'vote' } }, 2));
    const moved = (phase, tag) => ({ tag, put: { room: [{ id: 'room', phase }] } });
    records.events({ log: 'R', from: 2, events: [moved('solve', 'a'), moved('closed', 'b')] });
    assert.equal(undoing.offered, null);
  });

  test('is a timer, a facilitator, a group, the votes and a plan alike, and nothing else of the room', async () => {
    const rows = [
      ['timer.start', { op: 'timer.stop', args: {} }, { timer: [{ id: 'timer', deadline: 9 }] }],
      ['facilitator.take', { op: 'facilitator.hand', args: {} }, { room: [{ id: 'room', facilitator: 'x' }] }],
      ['group.add', { op: 'group.remove', args: { group: 'g' } }, {
        group: [{ id: 'g', title: '别人的', issues: [] }],
      }],
      ['votes.budget', { op: 'votes.budget', args: {} }, { room: [{ id: 'room', votes: 9 }] }],
      ['phase.plan', { op: 'phase.plan', args: {} }, { room: [{ id: 'room', minutes: { vote: 9 } }] }],
    ];
    for (const [op, undo, put] of rows) {
      snap({
        room: [{ id: 'room' }],
        timer: [{ id: 'timer', deadline: 5 }],
        group: [{ id: 'g', title: '组', issues: [] }],
      });
      const undoing = new Undoing(app, 'R');
      await undoing.await(act(op, {}, undo, 1));
      event(2, { issue: [{ id: 'i' }], group: [{ id: 'g', title: '组', issues: [], votes: 3 }] });
      assert.equal(undoing.offered?.op, op);
      event(3, put);
      assert.equal(undoing.offered, null, op);
    }
  });
});
