/** Earlier shows, to whose numbers those of a show are compared: none of it is told before all of it is here. */
import assert from 'node:assert/strict';
import { test } from 'node:test';
import { Figures } from '../../web/views/room/figures.js';
import { isPastHere, lastShow, pastShows } from '../../web/views/room/past.js';
import { FakeTime } from './fake-time.mjs';

const SHOWS = ['a', 'b', 'now'].map((id, n) => ({ id, channel: 'c', title: `show ${id}`, startsAt: n }));
const latest = (values, versions = {}) => ({ values, from: {}, derived: [], versions });

/** `told`: of which shows the figures are here. */
const scene = (told, { isListed = true, own = { gmv: 1 } } = {}) => ({
  show: { ...SHOWS[2], latest: { values: own } },
  ui: { figures: { get: (id) => (told[id] ? { latest: told[id], snapshots: {} } : null) } },
  app: { listed: { shows: SHOWS, show: (id) => SHOWS.find((show) => show.id === id), isHere: () => isListed } },
});
const A = { a: latest({ gmv: 5 }) };
const B = { b: latest({ gmv: 6 }) };

test('A median waits for the numbers of all shows, and for the list of them', () => {
  assert.equal(isPastHere(scene({})), false);
  assert.equal(isPastHere(scene(B)), false);
  assert.equal(isPastHere(scene({ ...A, ...B })), true);
  assert.equal(isPastHere(scene({ ...A, ...B }, { isListed: false })), false);
  assert.equal(isPastHere({ ...scene({}), show: undefined }), false);
});

test('The last show is here as soon as its own numbers are', () => {
  assert.equal(isPastHere(scene(B), 1), true);
  assert.equal(isPastHere(scene(A), 1), false);
  assert.equal(lastShow(scene(B)).values.gmv, 6);
  assert.equal(lastShow(scene({ b: latest({}) })), null);
});

test('A number of another version of its definition is compared with none', () => {
  const [last] = pastShows(scene({ b: latest({ gmv: 6, watch_uv: 7 }, { gmv: 2 }) }));
  assert.deepEqual(last.values, { watch_uv: 7 });
});

test('One question is asked for all that are compared, again after a while, and none once nothing is', async () => {
  const time = new FakeTime();
  const asked = [];
  let drawn = 0;
  const told = { shows: [{ show: 'a', latest: latest({ gmv: 5 }), snapshots: {} }] };
  let isOffline = false;
  const read = async (path) => {
    asked.push(path);
    if (isOffline) throw new Error('offline');
    return told;
  };
  const figures = new Figures(() => (drawn += 1), { read, page: undefined, time });
  figures.want(['b', 'a']);
  figures.want(['b', 'a']);
  await settled();
  assert.deepEqual(asked, ['/api/figures?shows=b,a']);
  assert.equal(figures.get('a').latest.values.gmv, 5);
  assert.deepEqual(figures.get('b').latest.values, {}, 'not told of: it has no numbers');
  assert.equal(drawn, 1);
  isOffline = true;
  time.tick(10_000);
  await settled();
  assert.equal(figures.failed, true);
  assert.equal(figures.get('a').latest.values.gmv, 5, 'what was told stays');
  figures.want([]);
  time.tick(60_000);
  await settled();
  assert.equal(asked.length, 2);
  figures.close();
});

const settled = () => new Promise((done) => setTimeout(done));
