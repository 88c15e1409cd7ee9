import assert from 'node:assert/strict';
import { describe, test } from 'node:test';
import { takeEarly } from '../../web/core/greeting.js';

const turn = () => new Promise((resolve) => setImmediate(resolve));

function early(readyState, over = {}) {
  const socket = {
    readyState,
    sent: [],
    send(text) {
      this.sent.push(text);
    },
    close() {
      this.readyState = 3;
    },
  };
  socket.onopen = () => socket.send('early hello');
  const line = { address: 'ws://here/live', socket, heard: [], closed: null, ...over };
  socket.onmessage = (message) => line.heard.push(message);
  return { page: { early: { line } }, socket, kept: line };
}

function hear(taken) {
  const told = [];
  taken.onopen = () => (told.push('open'), taken.send('hello'));
  taken.onmessage = ({ data }) => told.push(data);
  taken.onclose = ({ code }) => told.push(code);
  return told;
}

describe('A socket greeted early', () => {
  test('looks newly opened to whoever takes it, and tells what it heard as the answer to hello', async () => {
    const { page, socket, kept } = early(1);
    kept.heard.push({ data: 'welcome' });
    const told = hear(takeEarly('ws://here/live', page));
    await turn();
    socket.onmessage({ data: 'later' });
    assert.deepEqual(told, ['open', 'welcome', 'later']);
    assert.deepEqual(socket.sent, []);
  });

  test('passes on what is said after hello', async () => {
    const { page, socket } = early(1);
    const taken = takeEarly('ws://here/live', page);
    hear(taken);
    await turn();
    taken.send('ping');
    assert.deepEqual(socket.sent, ['ping']);
  });

  test('that is not open yet is greeted once', async () => {
    const { page, socket } = early(0);
    const told = hear(takeEarly('ws://here/live', page));
    socket.readyState = 1;
    socket.onopen();
    await turn();
    assert.deepEqual([told, socket.sent], [['open'], ['early hello']]);
  });

  test('tells that it was closed meanwhile', async () => {
    const { page } = early(3, { closed: { code: 4401 } });
    const told = hear(takeEarly('ws://here/live', page));
    await turn();
    assert.deepEqual(told, [4401]);
  });

  test('is taken once, and by nobody who looks at something else', () => {
    const { page, socket } = early(1);
    assert.equal(takeEarly('ws://here/live?log=L', page), null);
    assert.equal(socket.readyState, 3);
    assert.equal(takeEarly('ws://here/live', page), null);
  });
});
