import assert from 'node:assert/strict';
import { describe, test } from 'node:test';
import { ActionList } from '../../web/views/actions/list.js';
import { rowsOf } from '../../web/views/actions/row.js';

const turn = () => new Promise((resolve) => setImmediate(resolve));
const LOG = 'channel-log';
const tick = (state) => ({ log: LOG, op: 'action.set', args: { action: 'a', state }, state: 'saved' });

class Page {
  answers = [];
  items = [];
  app = { outbox: { items: () => this.items } };
  list = new ActionList({
    changed: () => {},
    page: Object.assign(new EventTarget(), { hidden: false }),
    time: { setTimeout: () => 0, clearTimeout() {} },
    read: () => new Promise((resolve, reject) => this.answers.push({ resolve, reject })),
  });

  async told(state) {
    const actions = [{ id: 'a', state, answers: [] }];
    this.answers.shift().resolve({ channels: [{ channel: 'c', log: LOG, actions }], day: '2026-11-30' });
    await turn();
  }

  get state() {
    return rowsOf(this.app, this.list, this.list.channels)[0].action.state;
  }
}

describe('an action that was ticked and saved', () => {
  test('stays ticked until an answer has it, whatever was asked before', async () => {
    const page = new Page();
    await page.told('todo');
    page.list.ask();
    page.list.take(tick('doing'));
    assert.equal(page.state, 'doing');
    await page.told('todo'); // asked before it was saved
    assert.equal(page.state, 'doing');
    await page.told('doing');
    assert.equal(page.state, 'doing');
    assert.deepEqual(page.list.savedIn(LOG), []);
  });

  test('is ticked on from what it shows, though no answer came', async () => {
    const page = new Page();
    await page.told('todo');
    page.list.take(tick('doing'));
    page.answers.shift().reject(new Error('away'));
    await turn();
    page.items = [{ ...tick('done'), state: 'waiting' }];
    assert.equal(page.state, 'done');
  });
});
