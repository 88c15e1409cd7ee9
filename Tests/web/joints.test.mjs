/** How the page's parts are joined: what the code may not say, wherever it is written. */
import assert from 'node:assert/strict';
import { readdirSync, readFileSync } from 'node:fs';
import { test } from 'node:test';

const root = new URL('../../web/', import.meta.url).pathname;
const files = readdirSync(root, { recursive: true }).filter((file) => file.endsWith('.js'));
const found = (pattern, among = files) =>
  among.flatMap((file) =>
    [...readFileSync(root + file, 'utf8').matchAll(pattern)].map(([words]) => `${file}: ${words}`)
  );

test('a remembered part is built by a function of its module: one made on the spot could know what is not noted', () => {
  assert.deepEqual(found(/\bmemo\((?:[^()]|\([^()]*\))*\)/g).filter((words) => words.includes('=>')), []);
});

test("nobody writes a view's state but its owner", () => {
  const views = files.filter((file) => file.startsWith('views/'));
  assert.deepEqual(found(/\bui\.[\w.]+ (\?\?|\+)?= .*|Object\.assign\(ui\b.*/g, views), []);
});
