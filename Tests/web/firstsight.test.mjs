import assert from 'node:assert/strict';
import { test } from 'node:test';
import { gzipSync } from 'node:zlib';
import { firstSight, sent } from './support/page-files.mjs';

/** As the server packs it (Gzip.swift). */
function packed(path) {
  const file = Buffer.from(sent(path));
  if (file.length < 256) return file.length;
  const small = gzipSync(file, { level: 9 }).length;
  return small > file.length - file.length / 10 ? file.length : small;
}

const weight = (view, language) => firstSight(view, language).reduce((sum, path) => sum + packed(path), 0);

for (const [view, most] of [['room', 110_000], ['lobby', 80_000]]) {
  for (const language of ['zh-CN', 'en']) {
    test(`the first sight of a ${view} in ${language} weighs at most ${most / 1000} KB, without charts`, () => {
      const sum = weight(view, language);
      assert.ok(sum <= most, `${sum} bytes in ${firstSight(view, language).length} files`);
    });
  }
}
