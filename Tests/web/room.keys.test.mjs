import assert from 'node:assert/strict';
import { test } from 'node:test';
import { read } from './support/page-files.mjs';

const code = read('views/room/keys.js');
const [, table] = /const KEYS = \{([^}]*)\}/.exec(read('views/room/dialogs.js'));
const told = [...table.matchAll(/(\w+): '([^']+)'/g)].map(([, name, keys]) => ({ name, keys }));
/** What the search, the fields and the browser answer to. */
const ELSEWHERE = new Set(['/', 'Enter', 'Shift+Enter', 'Esc']);
const ARROWS = { '←': 'ArrowLeft', '→': 'ArrowRight', '↑': 'ArrowUp', '↓': 'ArrowDown', '−': '-' };

/** `Shift ↑ ↓` and `1 – 6` in the names that a page hears. */
function heard(keys) {
  if (keys === '1 – 6') return [...'123456'];
  const [first, ...rest] = keys.split(' ');
  const shift = first === 'Shift' ? 'Shift+' : '';
  return (shift ? rest : [first, ...rest]).map((key) =>
    shift + (ARROWS[key] ?? (/^[A-Z]$/.test(key) ? key.toLowerCase() : key))
  );
}

test('every key that the room tells of is one it answers to', () => {
  const idle = told.flatMap(({ name, keys }) =>
    heard(keys).filter((key) => !ELSEWHERE.has(key) && !code.includes(`case '${key}':`)).map((key) => `${name}: ${key}`)
  );
  assert.deepEqual(idle, []);
});

test('every key that the room answers to is told of', () => {
  const known = new Set(told.flatMap(({ keys }) => heard(keys)));
  const silent = [...code.matchAll(/case '([^']+)':/g)].map(([, key]) => key)
    .filter((key) => !known.has(key) && !['=', '_', 'Escape'].includes(key));
  assert.deepEqual(silent, []);
});
