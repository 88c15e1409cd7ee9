import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { describe, test } from 'node:test';
import { Following } from '../../web/core/following.js';
import { Listed } from '../../web/core/listed.js';
import { Records } from '../../web/core/records.js';
import { Signal } from '../../web/core/signal.js';
import { followShows } from '../../web/views/room/following.js';

test('the list of actions follows no log of a channel: it reads them over HTTP', () => {
  for (const file of ['actions.js', 'actions/list.js', 'actions/row.js', 'actions/sheet.js', 'actions/overview.js']) {
    const text = readFileSync(new URL(`../../web/views/${file}`, import.meta.url), 'utf8');
    assert.ok(!/connection\.follow|listed\.follow/.test(text), file);
  }
});

/** What one line follows, as the server hears it. */
function line() {
  const heard = new Set();
  const timers = new Map();
  const records = new Records();
  const following = new Following({
    records,
    time: {
      now: () => 0,
      setTimeout: (run) => (timers.set(run, run), run),
      clearTimeout: (run) => timers.delete(run),
    },
    send: (frames) => frames.forEach(({ t, log }) => (t === 'sub' ? heard.add(log) : heard.delete(log))),
    began() {},
    left() {},
  });
  return { heard, timers, records, following };
}

describe('no page follows more than twenty logs, the directory among them:', () => {
  const MOST = 19;

  test('what was left is let go of at once where another needs its place', () => {
    const { heard, following } = line();
    const stops = Array.from({ length: MOST }, (_, n) => following.follow(`L${n}`));
    stops[3]();
    assert.equal(heard.size, MOST);
    following.follow('other');
    assert.deepEqual([heard.size, heard.has('L3'), heard.has('other')], [MOST, false, true]);
  });

  test('not the lobby of thirty channels, nor a room of fourteen shows in as many of them, whatever was looked at before', () => {
    const { heard, records, following } = line();
    const channels = Array.from({ length: 30 }, (_, n) => ({ id: `c${n}`, log: `L${n}` }));
    records.snap({ log: 'D', kind: 'directory', at: { seq: 1, tag: '1', view: 'v' }, put: { channel: channels } });
    const connection = {
      me: { member: 'm', directory: 'D' },
      changed: new Signal(),
      follow: (log) => following.follow(log),
    };
    const listed = new Listed({
      records,
      connection,
      kept: { getItem: () => null, setItem() {} },
      reader: () => Promise.resolve({ want() {} }),
    });
    const check = () => assert.ok(heard.size <= MOST, `${heard.size} logs`);
    const ids = channels.map(({ id }) => id);
    listed.at('lobby');
    listed.follow(ids);
    check();
    for (const [room, shows] of [['R1', 14], ['R2', 3], ['R3', 14]]) {
      listed.at('room');
      const stop = following.follow(room);
      check();
      const now = {
        room: { shows: Array.from({ length: shows }, (_, n) => `${room} S${n}`) },
        page: 'board',
        ui: { figures: { want() {} } },
        shows: Array.from({ length: shows }, (_, n) => ({ channel: `c${29 - n}` })),
      };
      const shown = followShows({ listed, connection });
      shown.follow(now);
      check();
      assert.ok(now.room.shows.every((show) => heard.has(show)), 'the shows of the room');
      stop();
      shown.stop();
      listed.at('playbook');
      listed.follow(ids);
      following.follow('playbook')();
      check();
    }
  });
});
