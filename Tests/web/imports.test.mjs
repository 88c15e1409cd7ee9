import assert from 'node:assert/strict';
import { readdirSync } from 'node:fs';
import { dirname, join } from 'node:path/posix';
import { test } from 'node:test';
import { read } from './support/page-files.mjs';

const files = readdirSync(new URL('../../web/', import.meta.url), { recursive: true })
  .filter((file) => file.endsWith('.js') && !file.startsWith('vendor'));

function exportsOf(path) {
  const code = read(path);
  const declared = [...code.matchAll(/^export (?:async )?(?:const|let|class|function\*?) (\w+)/gm)].map(([, name]) =>
    name
  );
  const unpacked = [...code.matchAll(/^export \{([^}]+)\}/gm)].flatMap(([, list]) => list.split(','));
  return new Set([...declared, ...unpacked.map((one) => one.trim().split(' as ').at(-1)).filter(Boolean)]);
}

test('every name that a module of the page imports is there', () => {
  const missing = files.flatMap((file) =>
    [...read(file).matchAll(/^import \{([^}]+)\} from '(\.[^']+)'/gm)].flatMap(([, list, path]) => {
      const there = exportsOf(join(dirname(file), path));
      const names = list.split(',').map((one) => one.trim().split(' as ')[0]).filter(Boolean);
      return names.filter((name) => !there.has(name)).map((name) => `${file}: ${name} from ${path}`);
    })
  );
  assert.deepEqual(missing, []);
});
