/** One record being changed by its member: what is kept, what is noticed, what is sent; and what lies over it meanwhile. */
import assert from 'node:assert/strict';
import { beforeEach, describe, test } from 'node:test';
import { Edit, fieldsIn } from '../../web/ui/edit.js';
import { overlaid, targetOf } from '../../web/ui/pending.js';

const question = { id: 'q', text: '偏大吗', category: 'size', product: '羊绒衫', edited: 3, plus: 4 };
const begin = ({ text, category, product }) => ({ text, category: category ?? '', product: product ?? '' });

let drafts;
let sent;
let answer;
beforeEach(() => {
  drafts = new Map();
  sent = [];
});

const app = {
  draw: () => {},
  drafts: {
    read: (key) => drafts.get(key) ?? '',
    type: (key, text) => drafts.set(key, text),
    clear: (key) => drafts.delete(key),
  },
  outbox: { dismiss: (id) => sent.push(`-${id}`) },
  submit(log, op, args, { on } = {}) {
    sent.push({ op, args, on });
    return { answer: new Promise((resolve) => (answer = resolve)) };
  },
};
const edit = (record = question, more = {}) => new Edit(app, { log: 'L', op: 'question.edit', record, begin, ...more });
const turn = () => new Promise((resolve) => setImmediate(resolve));

describe('What is being changed', () => {
  test('is sent as what differs, on what it was begun with', () => {
    const one = edit();
    one.change({ text: '偏小吗' });
    one.send(one.fields, {});
    assert.deepEqual(sent, [{ op: 'question.edit', args: { question: 'q', text: '偏小吗' }, on: 3 }]);
  });

  test('is sent not at all where nothing differs, and forgotten', () => {
    let forgotten = 0;
    const one = edit(question, { forgotten: () => (forgotten += 1) });
    one.change({ text: '偏小吗' });
    one.change({ text: '偏大吗' });
    assert.equal(drafts.get('edit:q'), '');
    one.send(one.fields, {});
    assert.deepEqual([sent, forgotten], [[], 1]);
  });

  test('an emptied field takes away what was there; words cannot be taken away, nor what was not there', () => {
    const one = edit({ ...question, product: undefined });
    assert.deepEqual(one.command({ text: '', category: '', product: '', urgency: null }), {
      args: { question: 'q', category: '' },
      options: { on: 3 },
    });
  });

  test('is a draft until it is saved, and is found with what it was begun with', async () => {
    const one = edit();
    one.change({ text: '偏小吗' });
    const again = edit({ ...question, text: '别人改的', edited: 5 });
    assert.equal(again.fields.text, '偏小吗');
    assert.equal(again.newer({ ...question, text: '别人改的', edited: 5 }).text, '别人改的');
    again.send(again.fields, {});
    answer({ saved: true });
    await turn();
    assert.equal(drafts.has('edit:q'), false);
  });

  test('which an earlier page left is read as it was kept then', () => {
    drafts.set('edit:q', '只有字');
    assert.equal(edit().fields.text, '只有字');
    drafts.set('edit:q', JSON.stringify({ on: 2, text: '连同别的', category: 'price' }));
    const one = edit();
    assert.deepEqual([one.fields.text, one.fields.category, one.fields.product], ['连同别的', 'price', '羊绒衫']);
    assert.equal(one.command(one.fields).options.on, 2);
    assert.deepEqual(fieldsIn('42'), { text: '42' });
  });

  test('that was overtaken is told of, kept, and next sent on the newer one, in the place of the refused attempt', async () => {
    const one = edit();
    one.change({ text: '偏小吗' });
    const told = [];
    one.send(one.fields, { overtaken: () => told.push('overtaken') });
    const newer = { ...question, text: '别人改的', category: 'price', edited: 9 };
    answer({ saved: false, code: 'conflict' });
    await turn();
    assert.deepEqual(told, ['overtaken']);
    const item = { id: 'x', state: 'refused', code: 'conflict', detail: { newer } };
    assert.equal(one.newer(question, item), newer);
    sent = [];
    one.send(one.fields, { newer, item, overtaken: () => {} });
    assert.deepEqual(sent, ['-x', {
      op: 'question.edit',
      args: { question: 'q', text: '偏小吗' },
      on: 9,
    }]);
  });

  test('by others in a field that was left alone is theirs, and is not written over', () => {
    const one = edit();
    one.change({ category: 'price' });
    const newer = { ...question, text: '别人改的', edited: 9 };
    assert.deepEqual(one.command(one.fields, newer), {
      args: { question: 'q', category: 'price' },
      options: { on: 9 },
    });
    const none = edit({ ...question, id: 'r' });
    assert.equal(none.command(none.fields, newer), null);
  });

  test('shows what others have made of a field that was left alone, and keeps what was changed by hand', () => {
    const one = edit();
    one.change({ text: '偏小吗' });
    one.newer({ ...question, text: '别人改的', category: 'price', edited: 9 });
    assert.deepEqual([one.fields.text, one.fields.category], ['偏小吗', 'price']);
    one.newer({ ...question, text: '别人改的', category: 'size', edited: 10 });
    assert.equal(one.fields.category, 'size');
    one.change({ text: '还是偏小' });
    const { begun: _, ...kept } = JSON.parse(drafts.get('edit:q'));
    assert.deepEqual(kept, { text: '还是偏小' });
  });

  test('by nothing but what its command sets', () => {
    const one = edit();
    assert.equal(one.newer({ ...question, plus: 9, edited: 7 }), null);
  });

  test('may be new, and then all that is given is sent', () => {
    const draft = 'entry:new';
    const one = new Edit(app, { log: 'P', op: 'entry.write', draft, begin: () => ({ title: '', roles: [] }) });
    one.change({ title: '换装', roles: ['host'] });
    assert.deepEqual(one.command({ ...one.fields, trigger: '' }), {
      args: { title: '换装', roles: ['host'] },
      options: {},
    });
    assert.equal(fieldsIn(drafts.get(draft)).title, '换装');
  });
});

describe('What is on its way', () => {
  const item = (op, args, state = 'saving') => ({ op, args, state });

  test('is about the record that its declaration names, or about none', () => {
    assert.equal(targetOf(item('question.edit', { question: 'q' })), 'q');
    assert.equal(targetOf(item('solution.propose', { issues: ['a'] })), undefined);
    assert.equal(targetOf(item('of.tomorrow', { question: 'q' })), undefined);
  });

  test('lies over it in order: fields that are set and emptied, and what is told otherwise', () => {
    const items = [
      item('question.edit', { question: 'q', text: '偏小吗', category: '' }),
      item('question.edit', { question: 'q', text: '拒了' }, 'refused'),
      item('question.air', { question: 'q', onAir: true }),
      item('question.plus', { question: 'q' }),
      item('question.erase', { question: 'q', reason: '隐私' }),
    ];
    const view = overlaid(question, items, { 'question.plus': ({ plus }) => ({ plus: plus + 1 }) });
    assert.deepEqual(view, { ...question, text: '偏小吗', category: undefined, onAir: true, plus: 5 });
  });

  test('where there is nothing, the record is the very same', () => {
    assert.equal(overlaid(question, []), question);
  });
});
