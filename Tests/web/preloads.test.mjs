import assert from 'node:assert/strict';
import { test } from 'node:test';
import { closure, common, read, views } from './support/page-files.mjs';

const always = closure('app.js');

test('what every view needs is fetched with the page, and nothing else', () => {
  assert.deepEqual([...common.modules].sort(), [...always].sort());
});

for (const view of ['join', 'lobby', 'playbook', 'room', 'show']) {
  test(`all of ${view} is fetched at once: modules, sheets and words`, () => {
    const module = `views/${view}.js`;
    const own = [...closure(module)].filter((path) => !always.has(path)).sort();
    assert.deepEqual([...views[view].modules].sort(), own);
    const told = (name) => {
      const [, list] = new RegExp(`export const ${name} = \\[([^\\]]*)\\]`).exec(read(module)) ?? [];
      return [...(list ?? '').matchAll(/'\/?([^']+)'/g)].map(([, one]) => one);
    };
    assert.deepEqual(views[view].sheets, told('sheets'));
    assert.deepEqual(views[view].words, told('words'));
  });
}
