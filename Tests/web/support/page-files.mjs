/** What a browser fetches of the page, told by index.html and the imports. Paths are relative to `web/`. */
import { readFileSync } from 'node:fs';

export const WEB = new URL('../../../web/', import.meta.url);
const IMPORT = /^(?:import|export)\s(?:[\w{}*,\s]+\sfrom\s)?['"](\.\.?\/[^'"]+)['"]/gm;

export const bytes = (path) => readFileSync(new URL(path, WEB));
export const read = (path) => bytes(path).toString();

/** A file as the server sends it: without the lines that are nothing but comment (Comments.swift). */
export function sent(path) {
  if (!/\.(js|css)$/.test(path)) return read(path);
  const isScript = path.endsWith('.js');
  const lines = [];
  let isInside = false;
  for (const line of read(path).split('\n')) {
    const text = line.trim();
    const begins = !isInside && text.startsWith('/*') && !text.startsWith('/*!');
    if (isInside || begins) {
      const end = text.indexOf('*/', begins ? 2 : 0);
      const rest = end < 0 ? '' : text.slice(end + 2).trim();
      if (isInside && rest) return read(path);
      isInside = end < 0;
      lines.push(rest && line);
    } else if (isScript && text.startsWith('//')) lines.push('');
    else if (isScript && line.split('`').length % 2 === 0) return read(path);
    else lines.push(line);
  }
  return lines.join('\n');
}

/** A module and all that it needs before it runs. */
export function closure(path, found = new Set()) {
  if (found.has(path)) return found;
  found.add(path);
  for (const [, imported] of read(path).matchAll(IMPORT)) {
    closure(new URL(imported, new URL(path, 'http://page/')).pathname.slice(1), found);
  }
  return found;
}

const page = read('index.html');
const listed = (html, pattern) => [...html.matchAll(pattern)].map(([, href]) => href.slice(1));
const modulesIn = (html) => listed(html, /rel="modulepreload" href="([^"]+)"/g);

/** By view what its template names: `{ words, modules, sheets }`. */
export const views = Object.fromEntries(
  [...page.matchAll(/<template data-view="(\w+)" data-words="([^"]*)">([\s\S]*?)<\/template>/g)].map(
    ([, view, words, links]) => [view, {
      words: words.split(' ').filter(Boolean),
      modules: modulesIn(links),
      sheets: listed(links, /rel="preload" as="style" href="([^"]+)"/g),
    }],
  ),
);

const always = page.replace(/<template[\s\S]*?<\/template>/g, '');

/** What every view begins with. */
export const common = { modules: modulesIn(always), others: listed(always, /(?:href|src)="(\/[^"]+)"/g) };

/** All that comes before a view can be read and used, in one language. */
export function firstSight(view, language) {
  const { words, modules, sheets } = views[view];
  const strings = ['', ...words.map((part) => `${part}.`)].map((part) => `strings/${part}${language}.js`);
  return [...new Set(['index.html', ...common.others, ...modules, ...sheets, ...strings])];
}
