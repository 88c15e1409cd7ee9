/** The page's redaction says what the server's does: Tests/Samples/redacted.json is the server's (RedactedSamples). */
import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { describe, test } from 'node:test';
import { redact } from '../../web/core/redact.js';
import { MARKS } from '../../web/core/redaction-rules.js';
import { mask as english } from '../../web/strings/live.en.js';
import { mask as chinese } from '../../web/strings/live.zh-CN.js';

const samples = JSON.parse(readFileSync(new URL('../Samples/redacted.json', import.meta.url)));

describe('What the page masks while somebody types', () => {
  test('is what the server masks, line by line', () => {
    assert.ok(samples.length > 600);
    for (const { text, redacted, masked, findings } of samples) {
      const seen = redact(text);
      assert.deepEqual(
        { ...seen, findings: seen.findings.map(({ kind, text, sure }) => [kind, text, sure]) },
        { text: redacted, masked, findings },
        text,
      );
    }
  });

  test('is not what its writer keeps, where it is not sure', () => {
    const text = '收件人李娜，电话13812345678';
    assert.equal(redact(text).text, '收件人〔姓名〕，电话〔手机号〕');
    const kept = redact(text, ['李娜', '13812345678']);
    assert.deepEqual([kept.text, kept.masked], ['收件人李娜，电话〔手机号〕', ['mobile']]);
    assert.deepEqual(kept.findings.map((one) => [one.kind, one.kept]), [['name', true], ['mobile', false]]);
  });

  test('has a name, whatever its kind', () => {
    for (const words of [chinese, english]) assert.deepEqual(Object.keys(words), Object.keys(MARKS));
  });
});
