import assert from 'node:assert/strict';
import { afterEach, beforeEach, describe, test } from 'node:test';
import { api } from '../../web/core/http.js';

describe('A question to the server', () => {
  const real = globalThis.fetch;
  let asked;

  beforeEach(() => (asked = []));
  afterEach(() => (globalThis.fetch = real));

  function server(answer) {
    globalThis.fetch = (path, options) => {
      asked.push(options);
      return answer(options);
    };
  }

  test('is given up when a node that hangs does not answer it', async () => {
    server(({ signal }) => new Promise((_, reject) => signal.addEventListener('abort', () => reject(signal.reason))));
    // A signal's own timer keeps no process running; a page's would be.
    const running = setInterval(() => {}, 1000);
    await assert.rejects(api('/api/me', { patience: 5 }), { code: 'offline' });
    clearInterval(running);
  });

  test('has no endless patience, but for the bytes of a file', async () => {
    server(async () => Response.json({}));
    await api('/api/me');
    await api('/api/signout', { body: {} });
    await api('/api/import', { bytes: new Uint8Array(1) });
    assert.deepEqual(asked.map(({ signal }) => signal instanceof AbortSignal), [true, true, false]);
  });

  test('is not answered by an answer that breaks off', async () => {
    server(async () => new Response('{"member":'));
    await assert.rejects(api('/api/me'), { code: 'offline' });
  });
});
