import assert from 'node:assert/strict';
import { test } from 'node:test';
import { joined } from '../../web/ui/words.js';
import { later } from '../../web/views/room.js';
import { closure, read, views } from './support/page-files.mjs';

const wordsOf = async (parts) =>
  joined(
    await Promise.all(['', ...parts.map((part) => `${part}.`)].map(async (part) => {
      const { default: whole, ...named } = await import(`../../web/strings/${part}zh-CN.js`);
      return whole ?? named;
    })),
  );

/** Keys named in full, and the beginnings of those that are put together; not those that are asked for first. */
function keysOf(path) {
  const code = read(path).replace(/\/\*[^]*?\*\/|^\s*\/\/.*$/gm, '');
  const keys = [...code.matchAll(/\bt\(\s*(?:'([\w.]+)'|`([\w.]+)\.\$\{)/g)].map(([, key, begun]) => key ?? begun);
  const asked = [...code.matchAll(/\bknows\(\s*`([\w.]+)\.\$\{/g)].map(([, begun]) => begun);
  return keys.filter((key) => !asked.includes(key));
}

const at = (words, key) => key.split('.').reduce((tree, name) => tree?.[name], words);

function missing(words, modules) {
  return [...modules].flatMap((path) =>
    keysOf(path).filter((key) => at(words, key) === undefined).map((key) => `${path}: ${key}`)
  );
}

const always = closure('app.js');

for (const view of Object.keys(views)) {
  test(`the words of ${view} come with it`, async () => {
    const words = await wordsOf(views[view].words);
    assert.deepEqual(missing(words, new Set([...always, ...closure(`views/${view}.js`)])), []);
  });
}

for (const [name, { load, words = [] }] of Object.entries(later)) {
  test(`the words of a room's ${name} come with it`, async () => {
    const [, path] = /import\('\.\/(.+?)'\)/.exec(String(load));
    const known = await wordsOf([...views.room.words, ...words]);
    assert.deepEqual(missing(known, closure(`views/${path}`)), []);
  });
}

test('the words of what is not saved come with it', async () => {
  assert.deepEqual(missing(await wordsOf(['unsent', 'acts']), closure('ui/unsent.js')), []);
});

test('the words of an import come with it', async () => {
  assert.deepEqual(missing(await wordsOf(['metrics', 'live', 'import']), closure('views/import/importing.js')), []);
});

test('the words of the search come with it', async () => {
  assert.deepEqual(missing(await wordsOf(['search']), closure('views/search/search.js')), []);
});

test('the words of the list of reviews come with it', async () => {
  assert.deepEqual(missing(await wordsOf(['lobby', 'team', 'show']), closure('views/lobby/reviews.js')), []);
});
