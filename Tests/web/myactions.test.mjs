/** How many open actions are mine, beside the name of their page. */
import assert from 'node:assert/strict';
import { test } from 'node:test';
import './support/document.mjs';
import { MyActions } from '../../web/core/myactions.js';
import { Signal } from '../../web/core/signal.js';

const turn = () => new Promise((resolve) => setImmediate(resolve));

function scene(name = 'lobby') {
  const asked = [];
  let drawn = 0;
  const answers = [3];
  const app = {
    me: { member: 'm' },
    outbox: { saved: new Signal() },
    router: { current: { name }, changed: new Signal() },
    draw: () => (drawn += 1),
  };
  const mine = new MyActions({
    app,
    page: Object.assign(new EventTarget(), { hidden: false }),
    time: { setTimeout: () => 0, clearTimeout() {} },
    read: (path) => {
      asked.push(path);
      const answer = answers.length > 1 ? answers.shift() : answers[0];
      return answer === null ? Promise.reject(new Error('away')) : Promise.resolve({ mine: answer });
    },
  });
  return { app, mine, asked, answers, drawn: () => drawn };
}

test('The count of my actions is asked for again after one was saved, and stays where there is no answer', async () => {
  const { app, mine, asked, answers, drawn } = scene();
  await turn();
  assert.deepEqual([mine.count, drawn(), asked], [3, 1, ['/api/actions/mine']]);
  answers.splice(0, 1, 2, null);
  app.outbox.saved.emit({ op: 'action.set' });
  await turn();
  assert.deepEqual([mine.count, drawn()], [2, 2]);
  app.outbox.saved.emit({ op: 'member.rename' });
  app.outbox.saved.emit({ op: 'action.add' });
  await turn();
  assert.deepEqual([mine.count, drawn(), asked.length], [2, 2, 3]);
});

test('The count of my actions is asked for only where it stands', async () => {
  const { app, asked } = scene('room');
  await turn();
  assert.equal(asked.length, 0);
  app.router.current = { name: 'actions' };
  app.router.changed.emit(app.router.current);
  await turn();
  assert.equal(asked.length, 1);
});
