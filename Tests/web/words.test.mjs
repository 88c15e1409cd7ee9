import assert from 'node:assert/strict';
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { test } from 'node:test';
import { fileURLToPath } from 'node:url';
import { METRICS } from '../../web/core/metrics.js';
import { joined, knows, loadWords, preferred, refusal, speak, t } from '../../web/ui/words.js';

const WEB = fileURLToPath(new URL('../../web/', import.meta.url));
const PARTS = readdirSync(join(WEB, 'strings')).flatMap((name) => /^(.+)\.zh-CN\.js$/.exec(name)?.[1] ?? []);
const read = async (path) => ({ ...(await import(new URL(`../../web/strings/${path}`, import.meta.url))) });
const whole = async (tag) =>
  joined([(await read(`${tag}.js`)).default, ...(await Promise.all(PARTS.map((part) => read(`${part}.${tag}.js`))))]);
const [zh, en] = [await whole('zh-CN'), await whole('en')];
const keys = (tree, path = '') =>
  Object.entries(tree).flatMap((
    [name, value],
  ) => (typeof value === 'object' ? keys(value, `${path}${name}.`) : [`${path}${name}`]));
const sources = () =>
  readdirSync(WEB, { recursive: true }).filter((name) => String(name).endsWith('.js')).map((name) => ({
    name,
    text: readFileSync(join(WEB, String(name)), 'utf8'),
  }));
const withoutComments = (text) => text.replace(/\/\*[^]*?\*\/|^\s*\/\/.*$/gm, '');

test('Both catalogues have the same keys', () => {
  assert.deepEqual(keys(en).sort(), keys(zh).sort());
});

test('Both catalogues have the same places in a sentence', () => {
  const at = (tree, key) =>
    key.split('.').reduce((node, name) => node?.[name], tree) ??
      tree[key.split('.')[0]]?.[key.split('.').slice(1).join('.')];
  for (const key of keys(zh)) {
    const [one, other] = [at(zh, key), at(en, key)];
    if (typeof one !== 'string' || typeof other !== 'string') continue;
    const places = (text) => [...text.matchAll(/\{(\w+)\}/g)].map((found) => found[1]).sort();
    assert.deepEqual(places(other), places(one), key);
  }
});

test('Every key that the code names in full stands in the catalogue', async () => {
  await speak('zh-CN');
  await loadWords(PARTS);
  for (const { name, text } of sources()) {
    for (const [, key] of withoutComments(text).matchAll(/\bt\('([\w.]+)'/g)) assert.ok(knows(key), `${name}: ${key}`);
  }
});

test('The catalogue of metrics is the server’s', () => {
  const sources = ['Traffic', 'Interaction', 'Conversion', 'PrivateDomain'].map((part) =>
    readFileSync(join(WEB, `../Sources/Metrics/Catalogue/Catalogue+${part}.swift`), 'utf8')
  );
  const pattern = /define\(\s*"(\w+)",\s*"([^"]*)",\s*"[^"]*",\s*\.(\w+),\s*"([^"]*)",\s*\.(\w+)/g;
  const better = { up: 1, down: -1, neutral: 0 };
  const theirs = [...sources.join('').matchAll(pattern)].map((
    [, key, name, unit, owners, way],
  ) => [key, { name, unit, owners, better: better[way] }]);
  const ours = Object.entries(METRICS).map((
    [key, { unit, owners, better }],
  ) => [key, { name: zh.metric[key], unit, owners: owners.join(' '), better }]);
  assert.ok(theirs.length > 50);
  assert.deepEqual(ours, theirs);
});

test('An export calls roles, kinds, stages and states what the page calls them', () => {
  const words = readFileSync(join(WEB, '../Sources/Service/Export/PlaybookWords.swift'), 'utf8');
  const told = [...words.matchAll(/case (?:\.(\w+)|nil): self\("([^"]+)", "([^"]+)"\)/g)].map((
    [, name, ...both],
  ) => [name ?? 'any', both]);
  const page = (...parts) =>
    parts.flatMap((part) =>
      Object.keys(zh[part]).map(
        (name) => [name === 'private' ? 'privateDomain' : name, [zh[part][name], en[part][name]]],
      )
    );
  const expected = [
    ...page('role', 'entryKind', 'stage'),
    ['any', [zh.playbook.anyStage, en.playbook.anyStage]],
    ...page('entryStatus'),
  ];
  assert.deepEqual(told, expected);
});

test('Every metric has a name', () => {
  for (const key of Object.keys(METRICS)) assert.ok(zh.metric[key] && en.metric[key], key);
});

test('Every refusal of the protocol is a sentence', async () => {
  const codes = [
    'malformed',
    'unknownOp',
    'invalid',
    'forbidden',
    'phase',
    'budget',
    'notFound',
    'conflict',
    'lastLead',
    'full',
    'rate',
    'inFlight',
    'busy',
    'unavailable',
    'taken',
  ];
  for (const language of ['zh-CN', 'en']) {
    await speak(language);
    for (const code of codes) assert.notEqual(refusal({ code }), code);
  }
  await speak('zh-CN');
  assert.equal(
    refusal({ code: 'invalid', detail: { field: 'text', problem: 'tooLong', limit: 500 } }),
    '内容太长了，最多 500 字。',
  );
  assert.equal(refusal({ code: 'phase', detail: { phase: 'vote' } }), '会议在「投票」阶段，不能这样做。');
  assert.equal(refusal({ code: 'novel', message: 'Something new.' }), 'Something new.');
  assert.equal(t('no.such.key'), 'no.such.key');
});

test('Chinese first; English for those whose browser asks for it; the choice is remembered', () => {
  const shelf = (language) => ({ getItem: () => language });
  assert.equal(preferred(shelf(null), ['fr', 'en-GB']), 'en');
  assert.equal(preferred(shelf(null), ['zh-TW', 'en']), 'zh-CN');
  assert.equal(preferred(shelf(null), ['de']), 'zh-CN');
  assert.equal(preferred(shelf('en'), ['zh-CN']), 'en');
});

test('No code writes markup, evaluates text or sets a style attribute', () => {
  for (const { name, text } of sources()) {
    const code = withoutComments(text).replace(/const FORBIDDEN = .*$/m, '');
    assert.doesNotMatch(
      code,
      /innerHTML|outerHTML|insertAdjacentHTML|document\.write|\beval\(|new Function|setAttribute\('style'/,
      String(name),
    );
  }
  assert.doesNotMatch(readFileSync(join(WEB, 'index.html'), 'utf8'), /<script(?![^>]*\bsrc=)|\bstyle=|\son\w+=/);
});

test('In Chinese a card is 卡片 and goes by no other word', () => {
  const said = (tree) => Object.values(tree).flatMap((one) => (typeof one === 'object' ? said(one) : [String(one)]));
  assert.deepEqual(said(zh).filter((words) => words.includes('议题')), []);
});
