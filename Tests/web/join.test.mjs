import assert from 'node:assert/strict';
import { test } from 'node:test';
import { remember, takeAfterwards } from '../../web/core/afterwards.js';
import { linkIn } from '../../web/views/join/link.js';

const TOKEN = 'R74CIeUhZ5jAeLqo4IxLR74CIeUhZ5jAeLqo4IxL_-3';
const LINK = `https://board.example:8443/join#${TOKEN}`;

test('An invitation is found with words around it, a full stop behind it, or broken by a mail', () => {
  const found = { token: TOKEN, origin: 'https://board.example:8443' };
  for (
    const text of [
      LINK,
      ` ${LINK}\n`,
      `大家用这个进来：${LINK}。`,
      `${LINK}.`,
      `(${LINK})`,
      `<${LINK}>, thanks!`,
      `“${LINK}”，今晚八点`,
      `${LINK}\u200b`,
      `小林: ${LINK} 发自我的手机`,
      LINK.replace('#', '%23'),
      LINK.replace('#', '＃'),
      `join here ${LINK}!`,
      `${LINK.slice(0, 60)}\r\n${LINK.slice(60)}`,
    ]
  ) assert.deepEqual(linkIn(text), found, text);
  for (const text of [TOKEN, `#${TOKEN}`, `#${TOKEN}。`, `#${TOKEN}%E3%80%82`, `口令 ${TOKEN}，进来吧`]) {
    assert.deepEqual(linkIn(text), { token: TOKEN, origin: null }, text);
  }
});

test('What holds no invitation is none', () => {
  const room = 'https://board.example/room/0191f000-0000-7000-8000-000000000001';
  for (
    const text of [
      '',
      '   ',
      '大家好',
      room,
      `https://board.example/join#${TOKEN.slice(1)}`,
      `#${TOKEN}more`,
      '%E0%A4%A',
    ]
  ) {
    assert.equal(linkIn(text), null, text);
  }
});

test('Where somebody wanted to go is kept for an hour, and told once', () => {
  const kept = new Map();
  const storage = {
    getItem: (name) => kept.get(name) ?? null,
    setItem: (name, text) => kept.set(name, text),
    removeItem: (name) => kept.delete(name),
  };
  remember('/room/1', { storage, now: 1000 });
  assert.equal(takeAfterwards({ storage, now: 2000 }), '/room/1');
  assert.equal(takeAfterwards({ storage, now: 2000 }), null);
  remember('/room/1', { storage, now: 1000 });
  assert.equal(takeAfterwards({ storage, now: 1000 + 3_600_000 }), null);
});
