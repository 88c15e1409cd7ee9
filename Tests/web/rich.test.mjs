/** What people write: bold, lists, links and names, and nothing that is markup. */
import assert from 'node:assert/strict';
import { describe, test } from 'node:test';
import { plain } from '../../web/ui/plain.js';
import { parse, rich } from '../../web/ui/rich.js';

const text = (text) => ({ kind: 'text', text });
const bold = (...spans) => ({ kind: 'bold', spans });
const link = (text, href = text) => ({ kind: 'link', text, href });
const line = (words, names) => parse(words, names)[0].lines[0];

describe('A line', () => {
  test('is bold between two pairs of stars, and only there', () => {
    assert.deepEqual(line('**先**核价，再**转品**'), [bold(text('先')), text('核价，再'), bold(text('转品'))]);
    for (const plain of ['** 先 **', '****', '2 ** 3', '*先*', '**先']) assert.deepEqual(line(plain), [text(plain)]);
  });

  test('has links by http and https alone, which end where the sentence goes on', () => {
    assert.deepEqual(line('看 https://a.example/x?y=1，第二条'), [
      text('看 '),
      link('https://a.example/x?y=1'),
      text('，第二条'),
    ]);
    assert.deepEqual(line('(http://a.example/b).'), [text('('), link('http://a.example/b'), text(').')]);
    assert.deepEqual(line('**https://a.example/**'), [bold(link('https://a.example/'))]);
    for (const plain of ['javascript:alert(1)', 'ftp://a.example', 'https://', 'data:text/html,x']) {
      assert.deepEqual(line(plain).map(({ kind }) => kind), ['text'], plain);
    }
  });

  test('names whom one may name, the longest name first, and nobody in an address', () => {
    const names = ['小林', '小林子', '场控'];
    assert.deepEqual(line('@小林子 问@场控', names), [
      { kind: 'name', text: '@小林子' },
      text(' 问'),
      { kind: 'name', text: '@场控' },
    ]);
    assert.deepEqual(line('@小王 在吗 @', names), [text('@小王 在吗 @')]);
    assert.deepEqual(line('https://a.example/@小林', names).map(({ kind }) => kind), ['link']);
  });
});

test('A minute of the show is one to be pressed where a press does something, and a text elsewhere', () => {
  assert.deepEqual(line('都在1:39–1:41，比2026:10早'), [
    text('都在'),
    { kind: 'minute', text: '1:39' },
    text('–'),
    { kind: 'minute', text: '1:41' },
    text('，比2026:10早'),
  ]);
  const pressed = [];
  const at = rich('在1:02:10', { minute: (words) => () => pressed.push(words) })[0].children.flat(9).find(({ tag }) =>
    tag
  );
  at.props.onclick();
  assert.deepEqual([at.tag, pressed], ['button', ['1:02:10']]);
  assert.ok(rich('在1:02:10')[0].children.flat(9).includes('1:02:10'));
});

describe('Lines', () => {
  test('that begin with a mark or a number are lists, and an empty one ends what stood before it', () => {
    const blocks = parse('先说\n再说\n\n- 一\n- 二\n3. 三\n4、四\n后说');
    assert.deepEqual(blocks.map(({ kind, start, lines }) => [kind, start, lines.length]), [
      ['p', undefined, 2],
      ['ul', undefined, 2],
      ['ol', 3, 2],
      ['p', undefined, 1],
    ]);
  });

  test('of figures and times are no lists', () => {
    for (const plain of ['1.5 倍', '1:38 离席', '-5%', '3月14日']) assert.equal(parse(plain)[0].kind, 'p', plain);
  });

  test('of a thousand stars, marks or addresses are read at once', () => {
    for (
      const odd of ['*'.repeat(1000), '**a '.repeat(250), '@'.repeat(1000), 'https://'.repeat(125), '- '.repeat(500)]
    ) {
      assert.ok(parse(odd, ['a']).length > 0);
    }
  });
});

test('What is written is text, whatever it looks like', () => {
  const odd = '<img src=x onerror=alert(1)> **<b>** https://a.example/"><script>';
  const tags = new Set();
  const texts = [];
  const walk = (node) => {
    if (Array.isArray(node)) return node.forEach(walk);
    if (!node || typeof node !== 'object') return texts.push(node);
    tags.add(node.tag);
    assert.ok(
      Object.keys(node.props).every((name) => ['key', 'href', 'target', 'rel', 'start', 'class'].includes(name)),
    );
    walk(node.children);
  };
  walk(rich(odd));
  assert.deepEqual([...tags].sort(), ['a', 'p', 'strong']);
  assert.ok(texts.join('').includes('<img src=x onerror=alert(1)>'));
});

test('In a line of something else bold is told without its signs', () => {
  assert.equal(plain('换装由**场控**顶讲，**主播**离席'), '换装由场控顶讲，主播离席');
  assert.equal(plain('2 ** 3 ** 4'), '2 ** 3 ** 4');
});
