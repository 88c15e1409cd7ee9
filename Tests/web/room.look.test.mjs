/** What stands around the cards is drawn anew only when something of it has changed: `now.around` tells. */
import assert from 'node:assert/strict';
import { beforeEach, describe, it } from 'node:test';
import { Records } from '../../web/core/records.js';
import { look } from '../../web/views/room/look.js';

describe('what stands around the cards', () => {
  let app;
  let before;
  const around = () => look(app, 'room', { arranged: null, show: null, looking: null }).around;
  const snap = (log, put) => app.records.snap({ log, kind: 'any', at: { seq: 1, tag: 'a', view: 'v' }, put });
  const event = (log, put) => app.records.events({ log, from: 2, events: [{ tag: 'b', put }] });
  const room = { id: 'room', phase: 'vote', title: '复盘', shows: ['show'], votes: 5 };
  beforeEach(() => {
    const records = new Records();
    const here = new Map([['m', 'reading']]);
    app = {
      records,
      asked: 0,
      f: { language: 'zh-CN' },
      me: { member: 'm', roles: [] },
      directory: records.log('directory'),
      outbox: { items: () => [] },
      connection: { presence: { here, of: () => here } },
    };
    snap('directory', { member: [{ id: 'm', name: '阿一' }] });
    snap('show', { show: [{ id: 'show', title: '专场' }] });
    snap('room', { room: [room], issue: [{ id: 'i', no: 1, role: 'host', text: '卡' }] });
    before = around();
  });

  it('is the same after news of a card, a vote, a solution', () => {
    event('room', {
      issue: [{ id: 'i', no: 1, role: 'host', text: '改' }],
      ballot: [{ id: 'm', votes: { i: 1 } }],
      solution: [{ id: 's' }],
    });
    assert.deepEqual(around(), before);
    assert.ok(around().every((one, n) => one === before[n]), 'to the object');
  });

  for (
    const [what, change] of Object.entries({
      'the room': () => event('room', { room: [{ ...room, phase: 'solve' }] }),
      'a member': () => event('directory', { member: [{ id: 'm', name: '阿二' }] }),
      'the show': () => event('show', { marker: [{ id: 'k', kind: 'product', offset: 3 }] }),
      'who is here': () => app.connection.presence.here.set('n', 'writing'),
      'what someone does in this tab': () => (app.asked += 1),
      'the language': () => (app.f = { language: 'en' }),
    })
  ) {
    it(`is another one after ${what} has changed`, () => {
      change();
      assert.ok(around().some((one, n) => one !== before[n]));
    });
  }
});
