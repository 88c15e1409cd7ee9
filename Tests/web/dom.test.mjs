import assert from 'node:assert/strict';
import { beforeEach, describe, test } from 'node:test';
import { FakeElement, FakeText } from './support/document.mjs';

const { h, memo, patch, wipe } = await import('../../web/ui/dom.js');

let root;
beforeEach(() => {
  root = new FakeElement('div');
  document.activeElement = document.body;
});

const list = (keys) => keys.map((key) => h('li', { key }, key));
const seen = () => root.childNodes.map((node) => node.textContent);

describe('Drawing again', () => {
  test('touches only what differs', () => {
    patch(root, [h('p', { class: 'a' }, '一'), 'x', null, false]);
    const [paragraph, text] = root.childNodes;
    patch(root, [h('p', { class: 'b' }, '二'), 'y']);
    assert.deepEqual(root.childNodes, [paragraph, text]);
    assert.deepEqual([paragraph.attributes.class, seen()], ['b', ['二', 'y']]);
  });

  test('takes props away, and knows presence from words', () => {
    patch(root, [h('button', { disabled: true, 'aria-pressed': 'false', title: 't' })]);
    assert.deepEqual(root.childNodes[0].attributes, { disabled: '', 'aria-pressed': 'false', title: 't' });
    patch(root, [h('button', { disabled: false })]);
    assert.deepEqual(root.childNodes[0].attributes, {});
  });

  test('hears with the newest listener, once', () => {
    const heard = [];
    patch(root, [h('button', { onclick: () => heard.push(1) })]);
    patch(root, [h('button', { onclick: () => heard.push(2) })]);
    root.childNodes[0].emit('click');
    assert.deepEqual(heard, [2]);
    patch(root, [h('button', {})]);
    root.childNodes[0].emit('click');
    assert.deepEqual(heard, [2]);
  });

  test('does not write into a field what stands in it', () => {
    patch(root, [h('input', { value: '' })]);
    const [field] = root.childNodes;
    field.type('拼音');
    patch(root, [h('input', { value: '拼音' })]);
    patch(root, [h('input', { value: '拼音' })]);
    assert.deepEqual(field.written, []);
    patch(root, [h('input', { value: '' })]);
    assert.deepEqual(field.written, ['']);
  });

  test('never writes into the field that has the focus, whatever the news', () => {
    patch(root, [h('input', { value: '' })]);
    const [field] = root.childNodes;
    document.activeElement = field;
    field.type('羊绒');
    patch(root, [h('input', { value: '' })]);
    patch(root, [h('input', { value: '别人改的' })]);
    assert.deepEqual([field.value, field.written], ['羊绒', []]);
    document.activeElement = document.body;
    patch(root, [h('input', { value: '别人改的' })]);
    assert.equal(field.value, '别人改的');
  });

  test('writes into the field that has the focus when the page itself has done something with its words', () => {
    patch(root, [h('input', { value: '', revision: 0 })]);
    const [field] = root.childNodes;
    document.activeElement = field;
    field.type('发出去的');
    patch(root, [h('input', { value: '', revision: 1 })]);
    assert.equal(field.value, '');
    assert.deepEqual(field.attributes, {});
  });

  test('keeps a field when something else comes to stand before it', () => {
    const form = (warned) => [
      warned && h('div', null, '有人先改过了'),
      h('textarea', { value: '' }),
      h('div', null, '选项'),
      h('p', null, '保存'),
    ];
    patch(root, form(false));
    const [field] = root.childNodes;
    document.activeElement = field;
    patch(root, form(true));
    assert.deepEqual(root.childNodes.map((node) => node.tag), ['div', 'textarea', 'div', 'p']);
    assert.ok(root.childNodes[1] === field && field.moves === 1);
    patch(root, form(false));
    assert.ok(root.childNodes[0] === field && field.moves === 1);
  });

  test('refuses markup', () => {
    assert.throws(() => patch(root, [h('p', { innerHTML: '<b>' })]), TypeError);
  });

  test('tells of arrival and departure', () => {
    const told = [];
    const node = (name) =>
      h('p', { key: name, created: () => told.push(`+${name}`), removed: () => told.push(`-${name}`) });
    patch(root, [h('div', { key: 'box' }, node('a'))]);
    patch(root, [node('b')]);
    assert.deepEqual(told, ['+a', '-a', '+b']);
  });

  test('builds a remembered part only when what it depends on has changed', () => {
    let built = 0;
    const draw = (one) => (built++, h('li', null, one.text));
    const row = (key, record) => memo(key, draw, record);
    const one = { text: '一' };
    patch(root, [row('a', one)]);
    const [node] = root.childNodes;
    patch(root, [row('a', one)]);
    assert.equal(built, 1);
    patch(root, [row('a', { text: '二' })]);
    assert.deepEqual([built, root.childNodes[0] === node, seen()], [2, true, ['二']]);
  });

  test('goes from a remembered row to an open one and back, in the same node', () => {
    const record = { text: '一' };
    const quiet = (one) => h('li', { key: 'a', class: 'row' }, one.text);
    const row = () => memo('a', quiet, record);
    patch(root, [row()]);
    const [node] = root.childNodes;
    patch(root, [h('li', { key: 'a', class: 'open' }, '开')]);
    assert.deepEqual([seen(), root.childNodes[0] === node, node.attributes.class], [['开'], true, 'open']);
    patch(root, [row()]);
    assert.deepEqual([seen(), root.childNodes[0] === node, node.attributes.class], [['一'], true, 'row']);
    patch(root, [memo('a', (one) => h('p', null, one.text), record)]);
    assert.deepEqual([seen(), root.childNodes[0].tag], [['一'], 'p']);
  });
});

/** As a browser's translator does it: the text leaves its place to an element that shows other words. */
function translate(node, moves) {
  for (const child of [...node.childNodes]) {
    if (!(child instanceof FakeText)) {
      translate(child, moves);
      continue;
    }
    const font = new FakeElement('font');
    child.replaceWith(font);
    font.insertBefore(moves ? child : new FakeText(`(${child.nodeValue})`), null);
  }
}

describe('A page that a browser translates', () => {
  const page = (state, votes) =>
    h('p', null, state, h('b', null, '票'), votes && h('button', { key: 'vote' }, '投票'), '。');
  const drawnAfter = (moves) => {
    patch(root, [page('已连接', false)]);
    translate(root, moves);
    patch(root, [page('离线', true)]);
    assert.equal(root.textContent.replace(/[()]/g, ''), '离线票投票。');
    translate(root, moves);
    patch(root, [page('已连接', false)]);
    assert.equal(root.textContent.replace(/[()]/g, ''), '已连接票。');
    patch(root, []);
    assert.equal(root.textContent, '');
  };

  test('shows the truth where something has changed, when others stand in the place of its texts', () =>
    drawnAfter(false));
  test('shows the truth where something has changed, when its texts are wrapped', () => drawnAfter(true));
});

describe('A drawing that threw', () => {
  test('is forgotten, with all that stood there tidied up, and the next begins afresh', () => {
    const told = [];
    const clock = { created: () => told.push('+'), removed: () => told.push('-') };
    const broken = {
      key: 'x',
      removed: () => {
        throw new Error('never stood');
      },
    };
    patch(root, [h('p', broken, '一'), h('time', clock)]);
    assert.throws(() =>
      patch(root, [
        h('p', { key: 'x' }, '二'),
        memo('m', () => {
          throw new Error('half way');
        }),
      ])
    );
    wipe(root);
    assert.deepEqual([root.childNodes, told], [[], ['+', '-']]);
    patch(root, [h('p', { key: 'x' }, '三')]);
    assert.deepEqual(seen(), ['三']);
  });
});

describe('Keyed siblings', () => {
  test('keep their nodes, and only what must moves', () => {
    patch(root, list(['a', 'b', 'c', 'd']));
    const nodes = new Map(root.childNodes.map((node) => [node.textContent, node]));
    patch(root, list(['d', 'a', 'b', 'c']));
    assert.deepEqual(seen(), ['d', 'a', 'b', 'c']);
    assert.deepEqual(['a', 'b', 'c', 'd'].map((key) => nodes.get(key).moves), [1, 1, 1, 2]);
  });

  test('end in the wanted order whatever happens, and the one that holds the focus never moves', () => {
    const seed = Number(process.env.SEED ?? Math.floor(Math.random() * 2 ** 31));
    console.log(`seed ${seed}`);
    let state = seed || 1;
    const random = (n) => {
      state ^= state << 13;
      state ^= state >>> 17;
      state ^= state << 5;
      return (state >>> 0) % n;
    };
    for (let round = 0; round < 400; round++) {
      const keys = Array.from({ length: 12 }, (_, n) => `k${n}`).filter(() => random(3) > 0);
      for (let n = keys.length - 1; n > 0; n--) {
        const other = random(n + 1);
        [keys[n], keys[other]] = [keys[other], keys[n]];
      }
      const focused = root.childNodes.length ? root.childNodes[random(root.childNodes.length)] : null;
      document.activeElement = focused ?? document.body;
      const before = focused?.moves;
      patch(root, list(keys));
      assert.deepEqual(seen(), keys);
      if (focused?.parentNode) assert.equal(focused.moves, before);
    }
  });
});
