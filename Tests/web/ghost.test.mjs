/** What can be done about what was refused, and how something is asked about before it goes: the same on every page. */
import assert from 'node:assert/strict';
import { describe, test } from 'node:test';
import { speak } from '../../web/ui/words.js';
import { ghostWays } from '../../web/ui/ghost.js';
import { sure } from '../../web/ui/sure.js';

await speak('zh-CN');

const buttons = (parts) => parts.filter(Boolean).map(({ props }) => props.key);
const press = (parts, key) => parts.find((part) => part && part.props.key === key).props.onclick();

describe('What was refused', () => {
  const dropped = [];
  const app = { records: { log: () => ({ only: () => undefined }) }, outbox: { dismiss: (id) => dropped.push(id) } };
  const item = { id: 'x', op: 'marker.add', log: 'L', args: {}, state: 'refused', code: 'rate' };

  test('is tried again or dropped; where its words have a field, they go back there instead', () => {
    assert.deepEqual(buttons(ghostWays(app, item)), ['again', 'drop']);
    assert.deepEqual(buttons(ghostWays(app, item, { words: '放回', back: () => {} })), ['again', 'back']);
    assert.deepEqual(buttons(ghostWays(app, item, { words: '放回', back: () => {}, drops: true })), [
      'again',
      'back',
      'drop',
    ]);
    press(ghostWays(app, item), 'drop');
    assert.deepEqual(dropped, ['x']);
  });

  test('for good is not tried again; what is on its way is left alone', () => {
    assert.deepEqual(buttons(ghostWays(app, { ...item, code: 'notFound' })), ['drop']);
    assert.equal(ghostWays(app, { ...item, state: 'saving' }), null);
  });
});

describe('What is asked about', () => {
  const heard = [];
  const ways = { keep: '留着', go: '撤回', act: () => heard.push('act'), leave: () => heard.push('leave') };

  test('goes and is left, or is only left', () => {
    press(sure(ways), 'keep');
    press(sure(ways), 'go');
    assert.deepEqual(heard, ['leave', 'act', 'leave']);
  });

  test('with words begins with the way back, and the focus is there; without them it ends with it', () => {
    const asked = sure({ ...ways, words: '撤回这张卡？' });
    assert.deepEqual(asked.children.map((part) => part.props?.key ?? part), ['撤回这张卡？', 'keep', 'go']);
    let focused = false;
    asked.children[1].props.created({ focus: () => (focused = true) });
    assert.equal(focused, true);
    assert.deepEqual(buttons(sure(ways)), ['go', 'keep']);
  });
});
