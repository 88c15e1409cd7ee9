/** What the line of the phase says of the station that is looked at. */
import assert from 'node:assert/strict';
import { test } from 'node:test';
import './support/document.mjs';
import { TEMPLATES } from '../../web/core/wire.js';
import { loadWords, speak } from '../../web/ui/words.js';
import { hinted } from '../../web/views/room/asking.js';
import { hint } from '../../web/views/room/phaseline.js';

await speak('zh-CN');
await loadWords(['room', 'room.kinds']);

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

/** A room whose words of kinds have come, or not yet. */
const by = (template, room, isHere = true) => {
  const parts = { get: () => (isHere ? { hinted } : null) };
  return words(hint({ app: {}, ui: { looking: { at: null }, parts }, room: { ...room, template } }));
};

test('a template says of writing, voting and solving what it likes, and else the usual is said', () => {
  assert.match(by({ id: 'kpt', kinds: [] }, { phase: 'collect' }), /^先写保持/);
  assert.match(by({ id: 'kpt', kinds: [] }, { phase: 'solve', revealed: true }), /^给每个问题/);
  assert.match(by({ id: 'kpt', kinds: [] }, { phase: 'solve', revealed: true }, false), /^从票最多的谈起/);
  // Turned cards are read, whatever was to be written on them.
  assert.match(by({ id: 'kpt', kinds: [] }, { phase: 'collect', revealed: true }), /^翻开了/);
  const own = { id: 'x', name: '两栏', kinds: [], hints: { vote: '投给要改的' } };
  assert.match(by(own, { phase: 'vote', revealed: true }), /^投给要改的/);
  assert.match(by(own, { phase: 'solve', revealed: true }), /^从票最多的谈起/);
});

test('each of the usual templates says something of each of those phases, in both languages', async () => {
  for (const language of ['zh-CN', 'en']) {
    const { phaseHint } = await import(`../../web/strings/room.kinds.${language}.js`);
    for (const id of Object.keys(TEMPLATES).filter((id) => id !== 'review')) {
      for (const phase of ['collect', 'vote', 'solve']) assert.ok(phaseHint[id]?.[phase], `${language} ${id} ${phase}`);
    }
  }
});

test('once the vote is over, looking back at it says that totals are told', () => {
  assert.match(said({ phase: 'vote', revealed: true }), /谁也看不到总数/);
  assert.match(said({ phase: 'closed', revealed: true }, { phase: 'vote' }), /^票投完了.*总数在卡上/);
});

test('a review that is over takes no more minutes', () => {
  assert.doesNotMatch(said({ phase: 'closed', revealed: true }), /分钟/);
});
