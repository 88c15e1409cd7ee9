import assert from 'node:assert/strict';
import { describe, test } from 'node:test';
import { address, again, Asking, packed } from '../../web/views/import/request.js';

/** A server that answers when a test says so, and a clock that a test turns. */
function scene() {
  const sent = [];
  const told = [];
  const timers = [];
  const asking = new Asking({
    send: (line, signal) =>
      new Promise((answer, refuse) => {
        signal.addEventListener('abort', () => refuse({ code: 'offline' }));
        sent.push({ line, signal, answer, refuse });
      }),
    told: (answer) => told.push(answer),
    later: (run, ms) => {
      const timer = { run, ms, isOff: false };
      timers.push(timer);
      return () => (timer.isOff = true);
    },
  });
  return { asking, sent, told, timers };
}

const turn = () => new Promise((resolve) => setImmediate(resolve));

describe('A preview', () => {
  test('is one line, then the file as it is', async () => {
    const body = packed({ name: '一.csv' }, new Uint8Array([0xff, 0x0a, 0x00]));
    const bytes = new Uint8Array(await body.arrayBuffer());
    const line = new TextEncoder().encode('{"name":"一.csv"}\n');
    assert.deepEqual([...bytes], [...line, 0xff, 0x0a, 0x00]);
    assert.equal(address('preview', { log: 'L' }), '/api/files/preview?log=L');
    assert.equal(address('import', { channel: '3' }), '/api/files/import?channel=3');
  });

  test('that is asked for again gives up the one before: the newest answer is told', async () => {
    const { asking, sent, told } = scene();
    asking.ask('one');
    asking.ask('two');
    assert.ok(sent[0].signal.aborted);
    sent[0].answer('old');
    sent[1].answer('new');
    await turn();
    assert.deepEqual(told, [{ preview: 'new', again: false }]);
    assert.equal(asking.busy, false);
  });

  test('is asked again after a lost line, and when the server is busy after as long as it says', async () => {
    const { asking, sent, told, timers } = scene();
    asking.ask('line');
    sent[0].refuse({ code: 'offline' });
    await turn();
    assert.deepEqual(told, [{ fault: { code: 'offline' }, again: true }]);
    timers[0].run();
    sent[1].refuse({ code: 'busy', retryAfter: 7 });
    await turn();
    assert.equal(timers[1].ms, 7000);
    timers[1].run();
    sent[2].answer('here');
    await turn();
    assert.deepEqual(told.at(-1), { preview: 'here', again: false });
  });

  test('that is lost again and again is asked three times more, with growing pauses, and then given up', async () => {
    const { asking, sent, told, timers } = scene();
    asking.ask('line');
    for (let n = 0; n < 4; n++) {
      sent[n].refuse({ code: n % 2 ? 'unavailable' : 'offline' });
      await turn();
      timers[n]?.run();
    }
    assert.deepEqual(timers.map(({ ms }) => ms), [3_000, 9_000, 27_000]);
    assert.deepEqual(told.map((one) => one.again), [true, true, true, false]);
    asking.ask('line');
    sent[4].refuse({ code: 'offline' });
    await turn();
    assert.deepEqual([timers.length, timers[3].ms], [4, 3_000]);
  });

  test('that is refused is not asked again', async () => {
    const { asking, sent, told, timers } = scene();
    asking.ask('line');
    sent[0].refuse({ code: 'unrecognised' });
    await turn();
    assert.deepEqual([told[0].again, timers.length], [false, 0]);
    assert.equal(again({ code: 'forbidden' }), null);
  });

  test('is not asked again once it was left', async () => {
    const { asking, sent, told, timers } = scene();
    asking.ask('line');
    sent[0].refuse({ code: 'offline' });
    await turn();
    asking.stop();
    assert.ok(timers[0].isOff);
    asking.ask('next');
    asking.stop();
    await turn();
    assert.equal(told.length, 1);
  });
});
