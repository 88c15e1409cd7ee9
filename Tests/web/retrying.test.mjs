import assert from 'node:assert/strict';
import { describe, test } from 'node:test';
import { Records } from '../../web/core/records.js';
import { aboutOf } from '../../web/core/target.js';
import { subjectOf, wishOf } from '../../web/ui/about.js';
import { mayRetry } from '../../web/ui/retrying.js';
import { loadWords, speak } from '../../web/ui/words.js';

await speak('zh-CN');
await loadWords(['unsent']);

function page(phase, { left = 0 } = {}) {
  const records = new Records();
  const put = {
    room: [{ id: 'room', phase }],
    ballot: [{ id: 'me', votes: { a: 1 }, left }],
    issue: [{ id: 'a', no: 3, text: '主播换装离席九十秒，没有人顶上，在线掉了三成' }],
  };
  records.log('R').applySnap({ kind: 'room', at: { seq: 1, tag: 't', view: 'v' }, put });
  return { records, outbox: { member: 'me' }, name: (id) => `「${id}」` };
}

const vote = { op: 'vote.set', log: 'R', args: { issue: 'a', votes: 2 } };

describe('What was refused', () => {
  test('for the phase can be tried again only where the phase allows it now', () => {
    const item = { ...vote, code: 'phase', detail: { phase: 'closed' } };
    assert.equal(mayRetry(page('closed'), item), false);
    assert.equal(mayRetry(page('vote'), item), true);
    assert.equal(mayRetry(page('vote'), { ...item, log: 'elsewhere' }), false);
  });

  test('for the budget can be tried again once there are votes for it', () => {
    const item = { ...vote, code: 'budget' };
    assert.equal(mayRetry(page('vote'), item), false);
    assert.equal(mayRetry(page('vote', { left: 1 }), item), true);
    assert.equal(mayRetry(page('solve', { left: 1 }), item), false);
  });

  test('for what it says itself cannot be tried again, for the moment it can', () => {
    for (const code of ['invalid', 'notFound', 'conflict', 'malformed', 'unknownOp', 'taken', 'unreadable']) {
      assert.equal(mayRetry(page('vote'), { ...vote, code }), false);
    }
    for (const code of ['full', 'forbidden', 'lastLead']) assert.equal(mayRetry(page('vote'), { ...vote, code }), true);
  });

  test('names what it is about and what it asks for', () => {
    assert.equal(subjectOf(page('closed'), vote), '#3 主播换装离席九十秒，没有人顶上，在线掉了三成');
    assert.equal(wishOf(vote), '2 票');
    assert.equal(subjectOf(page('closed'), { op: 'member.remove', log: 'D', args: { member: 'm' } }), '「m」');
    assert.equal(subjectOf(page('closed'), { op: 'issue.post', log: 'R', args: { text: '写的' } }), null);
  });

  test('goes by the number of its card where the card is not here', () => {
    assert.equal(aboutOf(page('vote').records.log('R'), vote), '#3');
    assert.equal(subjectOf(page('vote'), { ...vote, log: 'elsewhere', about: '#3' }), '#3');
  });
});
