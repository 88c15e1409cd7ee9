import assert from 'node:assert/strict';
import { describe, test } from 'node:test';
import { leftovers } from '../../web/ui/unsent.js';
import { loadWords, speak, t } from '../../web/ui/words.js';

const WORDS = '我上播迟到了';
const card = { id: '0193-1', op: 'issue.post', args: { text: WORDS, anonymous: true }, secret: true };
const question = { id: '0193-2', op: 'question.log', args: { text: '有小码吗' }, writer: '小林' };

await speak('zh-CN');
await loadWords(['unsent']);

/** The page as somebody finds it: all its words, and its buttons by what stands on them. */
function page({ items = [], halfWritten = [], member = 'next' } = {}) {
  const adopted = [];
  const dropped = [];
  const app = {
    f: { when: () => '14:05' },
    draw() {},
    halfWritten,
    outbox: { member },
    drafts: { forget: (id) => dropped.push(id) },
    orphans: { items, adopt: (id) => adopted.push(id), drop: (id) => dropped.push(id) },
  };
  const draw = leftovers(app);
  const buttons = () => nodes(draw()).filter(({ tag }) => tag === 'button');
  return {
    adopted,
    dropped,
    words: () => said(draw()).join(' '),
    offers: () => buttons().map((button) => said(button).join('')),
    press: (words) => buttons().find((button) => said(button).join('') === words).props.onclick({}),
  };
}

const nodes = (vnode) => (vnode?.tag ? [vnode, ...vnode.children.flat(9).flatMap(nodes)] : []);
const said = (vnode) => (vnode?.tag ? vnode.children.flat(9).flatMap(said) : typeof vnode === 'string' ? [vnode] : []);

describe('A card that another member left unsent', () => {
  test('shows neither its words, its writer nor when it was written, and is not submitted at one press', () => {
    const { words, offers } = page({ items: [card] });
    assert.ok(!words().includes(WORDS) && !words().includes('14:05'));
    assert.ok(words().includes(t('unsent.bySomeone')));
    assert.deepEqual(offers(), [t('unsent.show'), t('status.drop')]);
  });

  test('can be copied, submitted and dropped by whoever has asked for its words', () => {
    const { words, offers, press, adopted, dropped } = page({ items: [card] });
    press(t('unsent.show'));
    assert.ok(words().includes(WORDS));
    assert.deepEqual(offers(), [t('copy'), t('unsent.adopt'), t('status.drop')]);
    press(t('unsent.adopt'));
    press(t('status.drop'));
    press(t('status.drop'));
    assert.deepEqual([adopted, dropped], [[card.id], [card.id]]);
  });

  test('is submitted by nobody while nobody is signed in', () => {
    const { offers, press } = page({ items: [card], member: null });
    press(t('unsent.show'));
    assert.deepEqual(offers(), [t('copy'), t('status.drop')]);
  });

  test('half written shows its words only when asked for, too', () => {
    const { words, press } = page({ halfWritten: [{ id: 'draft/gone/issue:L', args: { text: WORDS } }] });
    assert.ok(!words().includes(WORDS));
    press(t('unsent.show'));
    assert.ok(words().includes(WORDS));
  });

  test('hides nothing of a question, which everyone may see with its writer', () => {
    const { words, offers } = page({ items: [question] });
    assert.ok(words().includes('有小码吗') && words().includes('小林'));
    assert.deepEqual(offers(), [t('copy'), t('unsent.adopt'), t('status.drop')]);
  });
});
