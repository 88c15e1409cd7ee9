import assert from 'node:assert/strict';
import { writeFileSync } from 'node:fs';
import { test } from 'node:test';
import { closure, read, WEB } from './support/page-files.mjs';

const always = closure('app.js');
const link = (rel, path) => `<link rel="${rel}" href="/${path}">`;
const modules = (paths) => [...paths].sort().map((path) => link('modulepreload', path));

/** What a view says of itself: `export const sheets = ['/css/room.css']`. */
function told(view, name) {
  const [, list] = new RegExp(`export const ${name} = \\[([^\\]]*)\\]`).exec(read(`views/${view}.js`)) ?? [];
  return [...(list ?? '').matchAll(/'\/?([^']+)'/g)].map(([, one]) => one);
}

/** The page with every list as the imports want it. */
function due(page) {
  return page
    .replace(
      /<template data-view="(\w+)"[^>]*>[\s\S]*?(\n *)<\/template>/g,
      (_, view, end) =>
        [
          `<template data-view="${view}" data-words="${told(view, 'words').join(' ')}">`,
          ...told(view, 'sheets').map((sheet) => link('preload" as="style', sheet)),
          ...modules([...closure(`views/${view}.js`)].filter((path) => !always.has(path))),
        ].join(`${end}  `) + `${end}</template>`,
    )
    .replace(/(\n {4}<link rel="modulepreload"[^\n]*)+/, ['', ...modules(always)].join('\n    '));
}

test('index.html lists what every view fetches at once: modules, sheets and words', () => {
  const page = read('index.html');
  const wanted = due(page);
  if (wanted !== page) writeFileSync(new URL('index.html', WEB), wanted);
  assert.equal(page, wanted, 'index.html had fallen behind, and was written anew');
});
