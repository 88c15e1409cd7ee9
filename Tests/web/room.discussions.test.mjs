/** When a card's discussion is read, and what stands there meanwhile. */
import assert from 'node:assert/strict';
import { afterEach, describe, test } from 'node:test';
import './support/document.mjs';
import { Signal } from '../../web/core/signal.js';
import { Discussions } from '../../web/views/room/discussions.js';

const turn = () => new Promise((resolve) => setImmediate(resolve));
document.addEventListener = () => {};
document.removeEventListener = () => {};
const realFetch = globalThis.fetch;
afterEach(() => (globalThis.fetch = realFetch));

/** A page with one card: `answers` are what the server says, one after the other; a null is no answer. */
function scene({ answers, mention } = {}) {
  const asked = [];
  const sent = [];
  const records = { talk: { last: 5 }, mention };
  globalThis.fetch = async (path) => {
    asked.push(path);
    const answer = answers.length > 1 ? answers.shift() : answers[0];
    if (answer === null) throw new TypeError('no line');
    return { ok: true, json: async () => structuredClone(answer) };
  };
  const app = {
    me: { member: 'me' },
    draw() {},
    connection: { state: 'live', changed: new Signal() },
    outbox: { items: () => [] },
    records: { log: () => ({ get: (kind) => records[kind], at: { seq: 7 } }) },
    submit(log, op, args) {
      const item = { id: `${sent.length}`, op, args, state: 'saving' };
      item.answer = new Promise((resolve) => (item.answered = resolve));
      sent.push(item);
      return item;
    },
  };
  return { discussions: new Discussions(app, 'L'), asked, sent, records, app };
}

const told = (...texts) => ({ last: 5, comments: texts.map((text) => ({ id: text, text, by: 'you' })), reactions: {} });
const texts = (discussions) => discussions.of('i').comments.map(({ text }) => text);

describe('A discussion', () => {
  test('is read when it is looked at, once, and again when the record beside the card has changed', async () => {
    const { discussions, asked, records } = scene({ answers: [told('甲'), told('甲', '乙')] });
    assert.equal(discussions.of('i').isHere, false);
    await turn();
    assert.deepEqual(texts(discussions), ['甲']);
    assert.deepEqual(asked, ['/api/issue?log=L&issue=i&seq=7']);
    records.talk = { last: 8 };
    assert.deepEqual(texts(discussions), ['甲']);
    await turn();
    assert.deepEqual([texts(discussions), asked.length], [['甲', '乙'], 2]);
    records.talk = undefined;
    texts(discussions);
    await turn();
    assert.equal(asked.length, 3);
  });

  test('shows what one has said from the press on until the server tells it, and never twice', async () => {
    const { discussions, sent } = scene({ answers: [told('甲'), told('甲', '乙')] });
    discussions.of('i');
    await turn();
    discussions.submit('i', 'comment.post', { issue: 'i', text: '乙' });
    assert.deepEqual(texts(discussions), ['甲', '乙']);
    sent[0].answered({ saved: true });
    await Promise.resolve();
    assert.deepEqual(texts(discussions), ['甲', '乙']);
    await turn();
    await turn();
    assert.deepEqual(texts(discussions), ['甲', '乙']);
    assert.equal(discussions.of('i').comments.some(({ isGhost }) => isGhost), false);
  });

  test('that could not be read says so, keeps what was known, and is read once there is a line', async () => {
    const { discussions, records, app } = scene({ answers: [told('甲'), null, told('甲', '乙')] });
    discussions.of('i');
    await turn();
    records.talk = { last: 9 };
    discussions.of('i');
    await turn();
    assert.ok(discussions.of('i').failed);
    assert.deepEqual(texts(discussions), ['甲']);
    app.connection.changed.emit();
    await turn();
    assert.deepEqual([discussions.of('i').failed, texts(discussions)], [false, ['甲', '乙']]);
  });

  test('in sight has been read by whoever is named in it, and one that was not looked at has not', async () => {
    const named = {
      comments: [{ comment: 'a', issue: 'i' }, { comment: 'b', issue: 'i' }, { comment: 'c', issue: 'j' }],
    };
    const { discussions, sent } = scene({ answers: [told('甲')], mention: named });
    discussions.of('i');
    await turn();
    assert.deepEqual(sent.map(({ op, args }) => [op, args]), [['mentions.read', { issue: 'i' }]]);
  });

  test('holds what was told of every card that was looked at, for who searches without a line', async () => {
    const { discussions } = scene({ answers: [told('甲', '乙')] });
    assert.deepEqual(discussions.held, []);
    discussions.of('i');
    await turn();
    const held = discussions.held.map(({ kind, log, record }) => [kind, log, record.issue, record.text]);
    assert.deepEqual(held, [['comment', 'L', 'i', '甲'], ['comment', 'L', 'i', '乙']]);
  });
});

test('What is said of an action is read by the count in the list, and no earlier than what was saved', async () => {
  const { app, asked, sent } = scene({ answers: [told('甲'), told('甲', '乙')] });
  const row = { talk: { comments: 1, last: 9 } };
  const subject = { name: 'action', post: 'action.comment', calls: false };
  const discussions = new Discussions(app, 'C', null, { subject, talkOf: () => row.talk });
  assert.equal(discussions.of('a').isHere, false);
  await turn();
  assert.deepEqual(asked, ['/api/action?log=C&action=a&seq=9']);
  discussions.post('a', { text: '乙' });
  assert.deepEqual([sent[0].op, sent[0].args], ['action.comment', { action: 'a', text: '乙' }]);
  assert.deepEqual(discussions.of('a').comments.map(({ text }) => text), ['甲', '乙']);
  sent[0].answered({ saved: true, seq: 12 });
  await turn();
  assert.equal(asked.at(-1), '/api/action?log=C&action=a&seq=12');
  assert.deepEqual(discussions.of('a').comments.map(({ id }) => id), ['甲', '乙']);
});
