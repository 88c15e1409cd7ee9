/** What stands around the cards is drawn anew only when something that it shows has changed. */
import assert from 'node:assert/strict';
import { beforeEach, describe, it } from 'node:test';
import { Listed } from '../../web/core/listed.js';
import { Records } from '../../web/core/records.js';
import { Signal } from '../../web/core/signal.js';
import { Notes } from '../../web/core/source.js';
import { makeFormat } from '../../web/ui/format.js';
import { header } from '../../web/views/room/header.js';
import { Look } from '../../web/views/room/look.js';
import { RoomState } from '../../web/views/room/state.js';

describe('the head of the room', () => {
  let app;
  let now;
  let notes;
  const snap = (log, put) => app.records.snap({ log, kind: 'any', at: { seq: 1, tag: 'a', view: 'v' }, put });
  const event = (log, put) => app.records.events({ log, from: 2, events: [{ tag: 'b', put }] });
  const room = { id: 'room', phase: 'vote', title: '复盘', shows: ['show'], votes: 5 };
  beforeEach(() => {
    const records = new Records();
    const here = new Map([['m', 'reading']]);
    const changed = new Signal();
    app = {
      records,
      draw: () => {},
      f: makeFormat('zh-CN', 'Asia/Shanghai'),
      name: (id) => records.log('directory').get('member', id)?.name ?? '',
      get me() {
        return { member: 'm', roles: [], name: this.name('m') };
      },
      directory: records.log('directory'),
      drafts: { read: () => '', write: () => {} },
      clock: { now: () => 0 },
      outbox: { items: () => [], counts: { unsaved: 0, refused: 0 } },
      connection: {
        state: 'live',
        changed,
        presence: { here, changed: new Signal(), of: () => (app.connection.presence.changed.read(), new Map(here)) },
      },
    };
    app.listed = new Listed({ records, connection: app.connection });
    snap('directory', { member: [{ id: 'm', name: '阿一' }] });
    snap('show', { show: [{ id: 'show', title: '专场', start: 1 }] });
    snap('room', { room: [room], issue: [{ id: 'i', no: 1, role: 'host', text: '卡' }] });
    now = new Look(app, 'room', new RoomState(app, 'room'));
    notes = new Notes();
    const { memo, given } = header(now);
    notes.take(() => memo(...given));
  });

  it('is the same after news of a card, a vote, a solution', () => {
    event('room', {
      issue: [{ id: 'i', no: 1, role: 'host', text: '改' }],
      ballot: [{ id: 'm', votes: { i: 1 } }],
      solution: [{ id: 's' }],
    });
    assert.equal(notes.hold, true);
  });

  for (
    const [what, change] of Object.entries({
      'the room': () => event('room', { room: [{ ...room, phase: 'solve' }] }),
      'a member': () => event('directory', { member: [{ id: 'm', name: '阿二' }] }),
      'the show': () => event('show', { show: [{ id: 'show', title: '专场', start: 2 }] }),
      'who is here': () => {
        app.connection.presence.here.set('n', 'writing');
        app.connection.presence.changed.emit('room');
      },
      'where one looks': () => now.ui.looking.lookAt({ phase: 'collect' }),
      'the line': () => app.connection.changed.emit('offline'),
    })
  ) {
    it(`is another one after ${what} has changed`, () => {
      change();
      assert.equal(notes.hold, false);
    });
  }
});
