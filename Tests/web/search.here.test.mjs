/** What is found without a line: of the logs this device holds, and of what the open view has read besides. */
import assert from 'node:assert/strict';
import { test } from 'node:test';
import { Records } from '../../web/core/records.js';
import { findHere } from '../../web/views/search/here.js';

function device(logs, held = []) {
  const records = new Records();
  for (const [log, put] of Object.entries(logs)) records.snap({ log, kind: 'room', at: { seq: 1, tag: 't' }, put });
  records.log('asked for, never had');
  return { records, held };
}

const told = ({ hits }) => hits.map(({ group, log, id }) => [group, log, id]);

test('a card is found once it is turned, in whichever log is held, and an erased one is not', () => {
  const app = device({
    A: {
      issue: [
        { id: 'a', text: '主播离席', revealed: true },
        { id: 'b', text: '又离席', revealed: false },
        { id: 'c', text: '离席', revealed: true, erased: {} },
      ],
    },
    B: { question: [{ id: 'q', text: '怎么离席了', askedAt: 5 }] },
  });
  const found = findHere(app, { q: '离席' });
  assert.deepEqual(told(found), [['issues', 'A', 'a'], ['questions', 'B', 'q']]);
  assert.deepEqual(found.groups, { issues: 1, questions: 1 });
});

test('what was said of a card is found, and opens its sheet', () => {
  const said = [
    { kind: 'comment', log: 'A', record: { id: 'k', text: '是水温太高', issue: 'a' } },
    { kind: 'comment', log: 'A', record: { id: 'l', text: '', issue: 'a', erased: {} } },
  ];
  const [hit] = findHere(device({ A: {} }, said), { q: '水温' }).hits;
  assert.deepEqual([hit.group, hit.kind, hit.log, hit.told.issue], ['comments', 'comment', 'A', 'a']);
});

test('an action is found by its words and by why it was dropped, once where list and log both have it', () => {
  const action = { id: 't', text: '补洗护卡', owner: 'floor', reason: '供应商换了', at: 9 };
  const app = device({ C: { action: [action] } }, [{ kind: 'action', log: 'C', record: action }]);
  assert.deepEqual(told(findHere(app, { q: '洗护卡' })), [['actions', 'C', 't']]);
  assert.deepEqual(told(findHere(app, { q: '供应商' })), [['actions', 'C', 't']]);
  assert.equal(findHere(app, { q: '洗护卡' }).hits[0].at, 9);
  assert.deepEqual(told(findHere(app, { q: '洗护卡', group: 'issues' })), []);
});
