import assert from 'node:assert/strict';
import { describe, test } from 'node:test';
import { makeFormat } from '../../web/ui/format.js';
import { showsSince, toldApart } from '../../web/views/playbook/trial.js';

const HOUR = 3_600_000;
const now = 1_773_316_800_000;
const entry = { at: now - 10 * HOUR, origin: { room: 'R' }, evidence: [{ show: 'quoted' }] };
const rooms = [{ id: 'R', shows: ['reviewed'] }, { id: 'S', shows: ['after'] }];
const since = (shows, told) =>
  showsSince(entry, { shows, rooms, summaries: new Map(Object.entries(told)), now }).map((show) => show.id);

describe('An entry is seen to work in a show', () => {
  test('that began after it was made, by what happened and not by the plan', () => {
    const shows = [
      { id: 'before', startsAt: now - 20 * HOUR },
      { id: 'late', startsAt: now - 11 * HOUR },
      { id: 'early', startsAt: now + HOUR },
      { id: 'planned', startsAt: now - HOUR },
      { id: 'corrected', startsAt: now - HOUR },
      { id: 'after', startsAt: now - 2 * HOUR },
    ];
    const told = {
      before: { start: now - 20 * HOUR },
      late: { start: now - 9 * HOUR },
      early: { start: now - HOUR / 2 },
      corrected: { start: now - 12 * HOUR },
      after: { latest: { gmv: 1 } },
    };
    assert.deepEqual(since(shows, told), ['early', 'after', 'late']);
  });

  test('that is not the one it came from', () => {
    const shows = ['quoted', 'reviewed', 'after'].map((id) => ({ id, startsAt: now - HOUR }));
    const on = { start: now - HOUR };
    assert.deepEqual(since(shows, { quoted: on, reviewed: on, after: on }), ['after']);
  });

  test('whose time stands beside its day where two look alike', () => {
    const f = makeFormat('zh-CN', 'Asia/Shanghai', () => now);
    const words = toldApart([
      { id: 'a', title: '羊绒专场', began: now },
      { id: 'b', title: '羊绒专场', began: now - 2 * HOUR },
      { id: 'c', title: '夜场', began: now },
    ], f);
    assert.deepEqual([...words.values()], ['3月12日 20:00 羊绒专场', '3月12日 18:00 羊绒专场', '3月12日 夜场']);
  });
});
