import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { test } from 'node:test';

test('the list of actions follows no log of a channel: it reads them over HTTP', () => {
  for (const file of ['actions.js', 'actions/list.js', 'actions/row.js', 'actions/sheet.js', 'actions/overview.js']) {
    const text = readFileSync(new URL(`../../web/views/${file}`, import.meta.url), 'utf8');
    assert.ok(!/connection\.follow|listed\.follow/.test(text), file);
  }
});
