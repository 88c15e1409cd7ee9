import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { test } from 'node:test';

const WEB = new URL('../../web/', import.meta.url);
const VIEWS = ['join', 'lobby', 'playbook', 'room', 'show'];
const read = (path) => readFileSync(new URL(path, WEB), 'utf8');

/** A module and all that it needs before it runs. */
function closure(path, found = new Set()) {
  if (found.has(path)) return found;
  found.add(path);
  for (
    const [, imported] of read(path).matchAll(/^(?:import|export)\s(?:[\w{}*,\s]+\sfrom\s)?['"](\.\.?\/[^'"]+)['"]/gm)
  ) {
    closure(new URL(imported, new URL(path, 'http://page/')).pathname.slice(1), found);
  }
  return found;
}

function told(html, pattern) {
  return [...html.matchAll(pattern)].map(([, href]) => href.slice(1)).sort();
}

const page = read('index.html');
const templates = Object.fromEntries(
  [...page.matchAll(/<template data-view="(\w+)" data-words="([^"]*)">([\s\S]*?)<\/template>/g)].map((
    [, view, words, links],
  ) => [view, { words, links }]),
);
const always = page.replace(/<template[\s\S]*?<\/template>/g, '');
const common = closure('app.js');

test('what every view needs is fetched with the page, and nothing else', () => {
  assert.deepEqual(told(always, /rel="modulepreload" href="([^"]+)"/g), [...common].sort());
});

for (const view of VIEWS) {
  test(`all of ${view} is fetched at once: modules, sheets and words`, () => {
    const module = `views/${view}.js`;
    const own = [...closure(module)].filter((path) => !common.has(path)).sort();
    assert.deepEqual(told(templates[view].links, /rel="modulepreload" href="([^"]+)"/g), own);
    const sheets = [...(/export const sheets = \[([^\]]*)\]/.exec(read(module))?.[1] ?? '').matchAll(/'\/([^']+)'/g)]
      .map(([, sheet]) => sheet);
    assert.deepEqual(told(templates[view].links, /rel="preload" as="style" href="([^"]+)"/g), sheets.sort());
    const words = [...(/export const words = \[([^\]]*)\]/.exec(read(module))?.[1] ?? '').matchAll(/'([^']+)'/g)].map((
      [, part],
    ) => part);
    assert.equal(templates[view].words, words.join(' '));
  });
}
