import assert from 'node:assert/strict';
import { afterEach, beforeEach, describe, mock, test } from 'node:test';
import { session } from '../../web/core/local.js';
import { returning } from '../../web/views/join/returning.js';

const EXPIRES = 1_000_000;

describe('Who asked to be let in again', () => {
  const real = globalThis.fetch;
  let sent, answers, now, cameIn;

  beforeEach(() => {
    mock.timers.enable({ apis: ['setTimeout'] });
    [sent, answers, now, cameIn] = [[], [], 0, 0];
    session.setItem('return', JSON.stringify({ token: 'T', code: '0042', expires: EXPIRES }));
    session.setItem('return-token', 'T');
    globalThis.fetch = async (path, { body }) => {
      sent.push({ path, ...JSON.parse(body) });
      return (answers.shift() ?? lost)();
    };
  });

  afterEach(() => {
    mock.timers.reset();
    globalThis.fetch = real;
    for (const name of ['return', 'return-token']) session.removeItem(name);
  });

  const yes = () => Response.json({});
  const notFound = () => Response.json({ code: 'notFound' }, { status: 404 });
  const lost = () => {
    throw new TypeError('the line is gone');
  };

  /** The page's knocks, one for each answer of `told`, in turn; two requests for the one that finds the door open. */
  async function knocks(...told) {
    const app = { wasHere: { name: '阿回' }, clock: { now: () => now }, draw() {} };
    const view = returning(app, () => (cameIn += 1));
    for (const of of told) {
      answers = of;
      mock.timers.tick(3_000);
      for (let turn = 0; turn < 20; turn += 1) await new Promise(setImmediate);
    }
    view.stop();
  }

  test('Who was let in and lost the answer joins again under the same id, however late', async () => {
    await knocks([notFound], [yes, lost], [() => ((now = EXPIRES), lost())], [yes]);
    assert.deepEqual(sent.map(({ path }) => path), ['/api/link', '/api/link', '/api/join', '/api/join', '/api/join']);
    assert.equal(new Set(sent.slice(2).map(({ id }) => id)).size, 1);
    assert.equal(cameIn, 1);
    assert.equal(session.getItem('return') ?? session.getItem('return-token'), null);
  });

  test('Who is not answered waits until the request has expired, and then asks under another token', async () => {
    await knocks([notFound], [lost], [() => ((now = EXPIRES), notFound())]);
    assert.equal(cameIn, 0);
    assert.equal(session.getItem('return') ?? session.getItem('return-token'), null);
  });
});
