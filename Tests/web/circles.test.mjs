import assert from 'node:assert/strict';
import { readdirSync, readFileSync } from 'node:fs';
import { dirname, join } from 'node:path/posix';
import { test } from 'node:test';

const root = new URL('../../web/', import.meta.url).pathname;
const files = readdirSync(root, { recursive: true }).filter((file) => file.endsWith('.js'));
const named = (file) =>
  [...readFileSync(root + file, 'utf8').matchAll(/(?:from|import\s*\(?)\s*'(\.[^']+)'/g)]
    .map(([, path]) => join(dirname(file), path));
const imports = new Map(files.map((file) => [file, named(file)]));

/** The way from `file` back to itself, or null. */
function circle(file, way = [file], seen = new Set()) {
  for (const next of imports.get(way.at(-1)) ?? []) {
    if (next === file) return [...way, next];
    if (seen.has(next)) continue;
    seen.add(next);
    const found = circle(file, [...way, next], seen);
    if (found) return found;
  }
  return null;
}

test('nothing in the page imports in a circle, not even later', () => {
  assert.deepEqual(files.map((file) => circle(file)).filter(Boolean).map((way) => way.join(' → ')), []);
});
