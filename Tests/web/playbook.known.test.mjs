import assert from 'node:assert/strict';
import { describe, test } from 'node:test';
import { makeFormat } from '../../web/ui/format.js';
import { loadWords, speak } from '../../web/ui/words.js';
import { known } from '../../web/views/playbook/known.js';

await speak('zh-CN');
await loadWords(['playbook']);
const f = makeFormat('zh-CN', 'Asia/Shanghai');

describe('the numbers behind an entry', () => {
  test('says what was known when the entry was proposed, never an effect', () => {
    const line = known(f, { metric: 'avg_online', after: 356, goal: 409, last: 206 });
    assert.equal(line, '提出时：356人（目标 409人，上场 206人）');
    assert.equal(known(f, { metric: 'avg_online', after: 356, last: 206 }), '提出时：356人（上场 206人）');
  });

  test('tells the own number alone of an entry stored earlier', () => {
    assert.equal(known(f, { metric: 'avg_online', before: 206, after: 356 }), '提出时：356人');
  });
});
