import assert from 'node:assert/strict';
import { describe, test } from 'node:test';
import { FurtherLists } from '../../web/core/furtherlists.js';
import { Records } from '../../web/core/records.js';
import { Signal } from '../../web/core/signal.js';

const turn = () => new Promise((resolve) => setImmediate(resolve));

class Page {
  records = new Records();
  connection = { me: { member: 'm', directory: 'D' }, welcomed: new Signal() };
  asked = [];
  told = [];
  answer = [];
  lists = new FurtherLists({
    records: this.records,
    connection: this.connection,
    told: (failed) => this.told.push(failed),
    page: Object.assign(new EventTarget(), { hidden: false }),
    time: { setTimeout: (again) => ((this.again = again), 1), clearTimeout() {} },
    read: (path) => {
      this.asked.push(path);
      return this.answer instanceof Error ? Promise.reject(this.answer) : Promise.resolve({ lists: this.answer });
    },
  });

  list = (log, seq, ...ids) => ({ log, seq, put: { show: ids.map((id) => ({ id })) } });
  shows = (log) => this.records.log(log).all('show').map(({ id }) => id);
}

describe('What channels list that are not followed', () => {
  test('is asked for once, and after that only what has changed', async () => {
    const page = new Page();
    page.answer = [page.list('A', 4, 's1'), page.list('B', 2)];
    page.lists.want(['A', 'B']);
    await turn();
    page.answer = [page.list('A', 5, 's1', 's2')];
    page.again();
    await turn();
    page.answer = [];
    page.again();
    await turn();
    assert.deepEqual(page.asked, ['A,B', 'A:4,B:2', 'A:5,B:2'].map((logs) => `/api/lists?logs=${logs}`));
    assert.deepEqual([page.shows('A'), page.shows('B'), page.told], [['s1', 's2'], [], [false, false, false]]);
  });

  test('is asked for at once after news of the directory and by a new line, and not while nothing is wanted', async () => {
    const page = new Page();
    page.answer = [page.list('A', 4)];
    page.records.changed.emit({ log: 'D' });
    page.lists.want(['A']);
    await turn();
    page.records.changed.emit({ log: 'D' });
    await turn();
    page.records.changed.emit({ log: 'X' });
    page.connection.welcomed.emit(page.connection.me);
    await turn();
    assert.equal(page.asked.length, 3);
    page.lists.want([]);
    page.records.changed.emit({ log: 'D' });
    await turn();
    assert.equal(page.asked.length, 3);
  });

  test('comes whole where more is wanted of it than before', async () => {
    const page = new Page();
    page.answer = [page.list('A', 4)];
    page.lists.want(['A']);
    await turn();
    page.lists.want(['A'], true);
    await turn();
    assert.equal(page.asked.at(-1), '/api/lists?logs=A&actions=1');
  });

  test('gives way to the log where that is followed meanwhile', async () => {
    const page = new Page();
    page.answer = [page.list('A', 4, 's1')];
    page.lists.want(['A']);
    page.records.snap({
      log: 'A',
      kind: 'channel',
      at: { seq: 9, tag: 't', view: 'v' },
      put: { show: [{ id: 's9' }] },
    });
    await turn();
    assert.deepEqual(page.shows('A'), ['s9']);
  });

  test('is refused where nothing is told of it', async () => {
    const page = new Page();
    page.lists.want(['A']);
    await turn();
    assert.equal(page.records.log('A').refused, 'notFound');
  });

  test('stays where there is no answer, and that is told', async () => {
    const page = new Page();
    page.answer = [page.list('A', 4, 's1')];
    page.lists.want(['A']);
    await turn();
    page.answer = new Error('away');
    page.again();
    await turn();
    assert.deepEqual([page.shows('A'), page.told], [['s1'], [false, true]]);
  });
});
