/** What is offered to be taken back, and until when. */
import assert from 'node:assert/strict';
import { test } from 'node:test';
import './support/document.mjs';
import { ACTS } from '../../web/core/wire.js';
import { loadWords, speak, t } from '../../web/ui/words.js';
import { isOffered } from '../../web/views/room/offering.js';
import { Undoing } from '../../web/views/room/undoing.js';

const app = { draw: () => {}, submit: () => {} };
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
