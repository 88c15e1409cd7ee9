import assert from 'node:assert/strict';
import { test } from 'node:test';
import { pathOf } from '../../web/views/search/places.js';
import { Finding } from '../../web/views/search/finding.js';

/** A search whose answers come when the test says so, and a clock that is moved by hand. */
function bench() {
  const asked = [];
  let timers = [];
  const time = {
    setTimeout: (run) => (timers.push(run), run),
    clearTimeout: (run) => (timers = timers.filter((one) => one !== run)),
  };
  const ask = (question, signal) =>
    new Promise((resolve, reject) => {
      asked.push({ question, resolve, reject });
      signal.addEventListener('abort', () => reject(new Error('aborted')));
    });
  const finding = new Finding({ ask, time, changed: () => {} });
  const rest = () => timers.splice(0).forEach((run) => run());
  const answer = async (index, answer) => {
    asked[index].resolve({ total: 1, groups: { issues: 1 }, hits: [{ id: String(index) }], ...answer });
    await new Promise((resolve) => setImmediate(resolve));
  };
  return { finding, asked, rest, answer };
}

test('one character is not looked for, and of what is typed at once only the last is', () => {
  const { finding, asked, rest } = bench();
  finding.type('离');
  rest();
  finding.type('离席');
  finding.type('离席没');
  rest();
  assert.deepEqual(asked.map(({ question }) => question.q), ['离席没']);
});

test('what was found stays until the next answer has come, and a late answer to earlier words is let go', async () => {
  const { finding, rest, answer } = bench();
  finding.type('离席');
  rest();
  await answer(0);
  assert.equal(finding.hits[0].id, '0');
  finding.type('离席没');
  rest();
  assert.equal(finding.hits[0].id, '0');
  finding.type('离席没人');
  rest();
  await answer(1);
  assert.equal(finding.hits[0].id, '0');
  await answer(2);
  assert.deepEqual([finding.hits[0].id, finding.found], ['2', '离席没人']);
});

test('a page more is added to what stands, and another group begins anew', async () => {
  const { finding, asked, rest, answer } = bench();
  finding.type('断播');
  rest();
  await answer(0, { total: 2 });
  assert.ok(finding.hasMore);
  finding.more();
  await answer(1, { total: 2 });
  assert.deepEqual(finding.hits.map(({ id }) => id), ['0', '1']);
  assert.ok(!finding.hasMore);
  finding.choose('issues');
  await answer(2);
  assert.deepEqual(asked[2].question, { q: '断播', group: 'issues', page: 1 });
  assert.deepEqual(finding.hits.map(({ id }) => id), ['2']);
});

test('what is said of a card opens its sheet, and an action the list of all', () => {
  assert.equal(pathOf({ kind: 'comment', log: 'r', id: 'c', told: { issue: 'i' } }), '/room/r?issue=i');
  assert.equal(pathOf({ kind: 'comment', log: 'c', id: 'c', told: { action: 'a' } }), '/actions?said=a');
  assert.equal(pathOf({ kind: 'action', log: 'c', id: 'a', told: {} }), '/actions?action=a');
  assert.equal(pathOf({ kind: 'question', log: 's', id: 'q', told: {} }), '/show/s?question=q#questions');
});

test('a search that failed says so and is made again', async () => {
  const { finding, asked, rest, answer } = bench();
  finding.type('断播');
  rest();
  asked[0].reject(Object.assign(new Error('busy'), { code: 'busy' }));
  await new Promise((resolve) => setImmediate(resolve));
  assert.equal(finding.state, 'failed');
  finding.again();
  await answer(1);
  assert.equal(finding.state, 'found');
});
