import assert from 'node:assert/strict';
import { afterEach, beforeEach, describe, test } from 'node:test';
import { Bringing } from '../../web/views/import/bringing.js';
import { LARGEST } from '../../web/views/import/request.js';

const part = {
  kind: 'summary',
  rows: 1,
  accepted: 1,
  columns: [{ key: 'gmv', header: 'gmv', meaning: { metric: 'gmv' }, certainty: 'known', samples: [] }],
  left: [],
  problems: { count: 0, first: [] },
  doubts: [],
  changes: {},
};
const preview = { state: 's1', parts: [part], known: null };
const file = (size = 3, name = 'a.csv') => ({ name, size, arrayBuffer: async () => new ArrayBuffer(size) });
const turn = () => new Promise((resolve) => setImmediate(resolve));
const settled = async () => {
  for (let n = 0; n < 5; n++) await turn();
};

describe('A file on its way in', () => {
  const real = globalThis.fetch;
  let asked;
  let answers;
  const app = {
    draw() {},
    directory: { get: () => ({ log: 'C' }) },
    records: { log: () => ({ get: () => null }) },
    me: null,
  };
  const bring = (where = { log: 'L' }) => new Bringing(app, { where, channels: ['1', '2'] });

  beforeEach(() => {
    asked = [];
    answers = [];
    globalThis.fetch = async (path, { body }) => {
      const [line] = (await body.text()).split('\n');
      asked.push([path, JSON.parse(line)]);
      const answer = answers.shift() ?? preview;
      return typeof answer === 'function' ? answer() : Response.json(answer);
    };
  });
  afterEach(() => (globalThis.fetch = real));

  const refuse = (code, status, headers) => () => Response.json({ code }, { status, headers });

  test('is read, shown, and stored as it was shown', async () => {
    const bringing = bring();
    await bringing.take(file());
    await settled();
    assert.deepEqual([bringing.phase, bringing.kinds, bringing.unanswered], ['shown', ['summary'], []]);
    answers = [{ file: 'F', new: 1, merged: 0, known: 0, skipped: 0, lines: [] }];
    await bringing.store();
    assert.equal(bringing.phase, 'stored');
    assert.deepEqual(asked.map(([path]) => path), ['/api/files/preview?log=L', '/api/files/import?log=L']);
    const { kinds, state, skipBad } = asked[1][1];
    assert.deepEqual([kinds, state, skipBad], [['summary'], 's1', false]);
    assert.equal(bringing.taking.file, 'F');
  });

  test('is looked at again where something has changed since, and nothing is stored', async () => {
    const bringing = bring();
    await bringing.take(file());
    await settled();
    answers = [refuse('changed', 409), { ...preview, state: 's2' }];
    await bringing.store();
    await settled();
    assert.deepEqual([bringing.phase, bringing.note, bringing.preview.state], ['shown', 'changed', 's2']);
  });

  test('can be stored once more where the answer was lost', async () => {
    const bringing = bring();
    await bringing.take(file());
    await settled();
    answers = [() => Promise.reject(new Error('gone'))];
    await bringing.store();
    assert.deepEqual([bringing.phase, bringing.fault.code, bringing.fault.stored], ['shown', 'offline', true]);
    answers = [{ file: 'F', new: 0, known: 1 }];
    await bringing.store();
    assert.equal(bringing.phase, 'stored');
  });

  test('is stored once more by the very same request, unless something else was chosen meanwhile', async () => {
    const bringing = bring();
    await bringing.take(file());
    await settled();
    answers = [() => Promise.reject(new Error('gone')), refuse('unavailable', 502), refuse('changed', 409)];
    await bringing.store();
    assert.ok(bringing.isSent);
    bringing.choices.remember = false;
    await bringing.store();
    assert.deepEqual(asked[2], asked[1]);
    bringing.change((choices) => (choices.skipBad = true));
    await bringing.store();
    assert.equal(asked[3][1].skipBad, true);
    await settled();
    assert.deepEqual([bringing.note, bringing.isSent], ['changed', true]);
    await bringing.take(file());
    assert.equal(bringing.isSent, false);
    bringing.stop();
  });

  test('is refused before it is sent where it is too big or empty', async () => {
    const bringing = bring();
    await bringing.take(file(LARGEST + 1));
    assert.deepEqual([bringing.phase, bringing.fault.code, bringing.fault.detail.limit], ['failed', 'tooBig', LARGEST]);
    await bringing.take(file(0));
    assert.deepEqual([bringing.phase, bringing.fault.code], ['failed', 'empty']);
    bringing.takeText('  ');
    assert.equal(bringing.fault.code, 'empty');
    assert.deepEqual(asked, []);
  });

  test('that is no table of ours says why, and is tried as what somebody says it is', async () => {
    const bringing = bring();
    answers = [refuse('unrecognised', 422)];
    await bringing.take(file());
    await settled();
    assert.deepEqual([bringing.phase, bringing.fault.code], ['failed', 'unrecognised']);
    bringing.chooseKind('goals');
    await settled();
    assert.equal(bringing.phase, 'shown');
    assert.equal(asked[1][1].kind, 'goals');
  });

  test('of too many bytes is told apart from a table of too many rows', async () => {
    const bringing = bring();
    answers = [refuse('malformed', 413), refuse('tooBig', 422)];
    await bringing.take(file());
    await settled();
    assert.equal(bringing.fault.code, 'tooBig');
    await bringing.take(file());
    await settled();
    assert.equal(bringing.fault.code, 'tooManyRows');
  });

  test('waits while the server is busy, as long as it says', async () => {
    const bringing = bring();
    answers = [refuse('busy', 503, { 'retry-after': '7' })];
    await bringing.take(file());
    await settled();
    assert.deepEqual([bringing.phase, bringing.fault.again, bringing.fault.retryAfter], ['reading', true, 7]);
    bringing.stop();
  });

  test('of a list waits until it is said for which channel', async () => {
    const bringing = bring({ channel: null });
    await bringing.take(file());
    await settled();
    assert.deepEqual([bringing.phase, asked.length], ['where', 0]);
    bringing.chooseChannel('2');
    await settled();
    assert.deepEqual([bringing.phase, asked[0][0]], ['shown', '/api/files/preview?channel=2']);
  });

  test('is left without a word unless something was chosen', async () => {
    const bringing = bring();
    await bringing.take(file());
    await settled();
    assert.equal(bringing.isMade, false);
    bringing.change((choices) => choices.choose('summary', 'gmv', { meaning: { ignored: 'chosen' } }), { asks: true });
    assert.equal(bringing.isMade, true);
    await settled();
    assert.deepEqual(asked.at(-1)[1].mapping, { summary: { gmv: { meaning: { ignored: 'chosen' } } } });
    await bringing.take(file());
    assert.equal(bringing.isMade, false);
    bringing.stop();
  });
});
