/** What the line of the phase says of the station that is looked at. */
import assert from 'node:assert/strict';
import { test } from 'node:test';
import './support/document.mjs';
import { loadWords, speak } from '../../web/ui/words.js';
import { hint } from '../../web/views/room/phaseline.js';

await speak('zh-CN');
await loadWords(['room']);

const words = (vnode) =>
  Array.isArray(vnode)
    ? vnode.map(words).join('')
    : typeof vnode === 'object' && vnode !== null
    ? words(vnode.children)
    : typeof vnode === 'boolean' || vnode === undefined || vnode === null
    ? ''
    : String(vnode);
const said = (room, at = null) => words(hint({ ui: { looking: { at } }, room }));

test('whoever looks ahead at the cards hears that they are turned only once they are', () => {
  assert.match(said({ phase: 'prepare' }, { phase: 'collect' }), /^各写各的/);
  assert.match(said({ phase: 'solve', revealed: true }, { phase: 'collect' }), /^翻开了/);
  assert.match(said({ phase: 'prepare' }), /^先看今天看什么.*约 10 分钟$/);
});

test('a review that is over takes no more minutes', () => {
  assert.doesNotMatch(said({ phase: 'closed', revealed: true }), /分钟/);
});
