import assert from 'node:assert/strict';
import { describe, test } from 'node:test';
import { linePath } from '../../web/charts/spark.js';
import { changesOf, conflictOf, Edit } from '../../web/ui/edit.js';
import { overlaid } from '../../web/ui/pending.js';
import { authorOf, evidenceOf, isSecret } from '../../web/views/room/issue.js';
import { pending } from '../../web/views/room/pending.js';
import { postedBy } from '../../web/views/room/posted.js';
import { firstClause } from '../../web/views/room/promote.js';

describe('what a card says', () => {
  test("its number with the gaps to goal and last show, in the metric's own direction", () => {
    const { toGoal, toLast } = evidenceOf({ link: { metric: 'refund_rate', value: 0.06, goal: 0.05, last: 0.08 } });
    assert.deepEqual([toGoal.level, toGoal.shape, toLast.level, toLast.shape], ['amber', '▲', 'green', '▼']);
  });
  test('no goal, no gap; no link, no numbers', () => {
    assert.equal(evidenceOf({ link: { metric: 'gmv', value: 3 } }).toGoal, null);
    assert.equal(evidenceOf({}), null);
  });
  test('an anonymous card names nobody, its author still knows', () => {
    assert.deepEqual(authorOf({ anonymous: true }, { member: 'm1' }), { me: false, anonymous: true, member: null });
    assert.deepEqual(authorOf({ anonymous: true, mine: true, by: 'm1' }, { member: 'm1' }), {
      me: true,
      anonymous: true,
      member: null,
    });
    assert.deepEqual(authorOf({ anonymous: false, by: 'm1' }, { member: 'm2' }), {
      me: false,
      anonymous: false,
      member: 'm1',
    });
    assert.equal(authorOf({ anonymous: false, by: 'm1' }, { member: 'm1' }).me, true);
  });
  test("an unrevealed card is secret: one sees only one's own", () =>
    assert.deepEqual([{}, { mine: true, revealed: true }, { revealed: true }].map(isSecret), [true, false, false]));
  test('an edit carries only what differs', () => {
    assert.deepEqual(changesOf('issue.edit', { text: 'a', kind: 'puzzle' }, { text: 'b', kind: 'puzzle', offset: 5 }), {
      text: 'b',
      offset: 5,
    });
    assert.equal(changesOf('solution.edit', { text: 'a' }, { text: 'a', due: null }), null);
  });
});

describe('what is on its way', () => {
  const items = [
    { id: '1', op: 'issue.post', args: { text: 'x' }, state: 'saving' },
    { id: '2', op: 'issue.edit', args: { issue: 'i1', text: 'new' }, state: 'saving' },
    { id: '3', op: 'vote.set', args: { issue: 'i1', votes: 1 }, state: 'waiting' },
    { id: '4', op: 'vote.set', args: { issue: 'i1', votes: 2 }, state: 'waiting' },
    { id: '5', op: 'vote.set', args: { issue: 'i2', votes: 1 }, state: 'refused' },
    { id: '6', op: 'solution.propose', args: {}, state: 'saving' },
  ];
  const found = pending(items);

  test('new cards and solutions are ghosts', () =>
    assert.deepEqual([found.posts.map((item) => item.id), found.proposals.map((item) => item.id)], [['1'], ['6']]));
  test('the last intent of a vote counts, a refused one does not', () => {
    assert.deepEqual([...found.votes], [['i1', 2]]);
    assert.equal(found.refusedVotes.get('i2').id, '5');
  });
  test('an edit shows at once, a refused one does not', () => {
    const record = { id: 'i1', text: 'old' };
    assert.equal(overlaid(record, [items[1]]).text, 'new');
    assert.equal(overlaid(record, [{ ...items[1], state: 'refused' }]).text, 'old');
    assert.equal(overlaid(record, []), record);
  });
  test('a field that an edit empties is not there any more', () => {
    const edit = { op: 'issue.edit', state: 'saving', args: { issue: 'i', offset: '' } };
    assert.equal(overlaid({ id: 'i', text: 'old', offset: 60 }, [edit]).offset, undefined);
  });
  test('a conflict brings the newer text', () =>
    assert.equal(
      conflictOf({ state: 'refused', code: 'conflict', detail: { newer: { text: 'theirs' } } }).text,
      'theirs',
    ));

  test('the card an item became is known by its key, after a reload by its words', () => {
    const me = { member: 'm1' };
    const issues = [{ id: 'a', by: 'm1', text: 'x', role: 'host' }, { id: 'b', mine: true, text: 'y', role: 'host' }];
    const records = { all: () => issues, key: (_, id) => (id === 'b' ? 'cmd' : id) };
    assert.equal(postedBy(records, { id: 'cmd', args: { text: 'y', role: 'host' } }, me).id, 'b');
    assert.equal(postedBy(records, { id: 'other', args: { text: 'x', role: 'host' } }, me).id, 'a');
    assert.equal(postedBy(records, { id: 'other', args: { text: 'z', role: 'host' } }, me), undefined);
  });
});

describe('small things', () => {
  test('a title is begun with the first clause', () => {
    assert.equal(firstClause('主播换装、喝水一律由场控顶讲，离席前三十秒口头交接'), '主播换装、喝水一律由场控顶讲');
    assert.equal([...firstClause('字'.repeat(80))].length, 24);
  });
  test('a missing minute breaks the line', () =>
    assert.equal(
      linePath([0, 60, 120, 180], [1, null, 2, 2], { from: 0, to: 180, most: 2, width: 180, height: 10 }),
      'M0 5M120 0L180 0',
    ));
});

describe('editing what someone else edits too', () => {
  const app = { drafts: { read: () => '' } };
  const begun = { id: 'i', text: 'a', edited: 3 };
  const edit = new Edit(app, { log: 'L', op: 'issue.edit', record: begun, begin: ({ text }) => ({ text }) });
  test('their change is noticed at once', () => assert.equal(edit.newer({ ...begun, text: 'b', edited: 5 }).text, 'b'));
  test('a change that touches no words is none', () =>
    assert.equal(edit.newer({ ...begun, edited: 4, link: {} }), null));
  test("the server's word on it comes first", () =>
    assert.equal(
      edit.newer(begun, { state: 'refused', code: 'conflict', detail: { newer: { text: 'c' } } }).text,
      'c',
    ));
});
