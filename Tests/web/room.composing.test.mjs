/** What the composer keeps of one card for the next. */
import assert from 'node:assert/strict';
import { test } from 'node:test';
import './support/document.mjs';
import { halfWrittenIn } from '../../web/ui/unsent.js';
import { Composing } from '../../web/views/room/composing.js';

test('a card takes its minute and its number with it, and leaves role, kind and that it is anonymous', () => {
  const app = { drafts: { read: () => '', write: () => {} }, draw: () => {} };
  const composing = new Composing(app, 'R');
  composing.change({ role: 'host', kind: 'puzzle', anonymous: true, minute: '12:00', metric: { metric: 'gmv' } });
  composing.sent();
  const { role, kind, anonymous, minute, metric } = composing.fields;
  assert.deepEqual({ role, kind, anonymous, minute, metric }, {
    role: 'host',
    kind: 'puzzle',
    anonymous: true,
    minute: '',
    metric: null,
  });
});

test('no kind is chosen until its writer chooses one, and the next room begins with it', () => {
  const kept = new Map();
  const drafts = { read: (key) => kept.get(key) ?? '', write: (key, text) => kept.set(key, text) };
  const first = new Composing({ drafts, draw: () => {} }, 'R');
  assert.equal(first.fields.kind, null);
  first.askKind();
  assert.equal(first.asksKind, true);
  first.change({ minute: '12:00' });
  assert.equal(first.asksKind, true);
  first.change({ kind: 'experience' });
  assert.equal(first.asksKind, false);
  assert.equal(new Composing({ drafts, draw: () => {} }, 'another').fields.kind, 'experience');
  assert.deepEqual(halfWrittenIn([...kept]), [], 'a choice is not something left half written');
});

test('who writes without a name does so until the room is left, and longer where words are left behind', () => {
  const kept = new Map();
  const drafts = { read: (key) => kept.get(key) ?? '', write: (key, text) => kept.set(key, text) };
  const visit = () => new Composing({ drafts, draw: () => {} }, 'R');
  const first = visit();
  first.change({ anonymous: true });
  first.sent();
  assert.equal(first.fields.anonymous, true);
  assert.equal(visit().fields.anonymous, true, 'a reload is not a leaving');
  drafts.write('issue:R', '写到一半');
  first.close();
  assert.equal(visit().fields.anonymous, true);
  drafts.write('issue:R', '');
  visit().close();
  assert.equal(visit().fields.anonymous, false);
});
