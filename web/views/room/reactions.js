/** Six words one may say of a card or a comment with one tap; who said them is told where they stand. */
import { ACTS } from '../../core/wire.js';
import { h } from '../../ui/dom.js';
import { t } from '../../ui/words.js';

export const WORDS = ACTS['issue.react'].fields.word.word;

/**
 * `said`: members by word. `react(word, on)`; null: they are only read. `isFolded`: only the words that somebody has said.
 */
export function reactions({ app, me }, said, react, { isFolded = false } = {}) {
  const shown = WORDS.filter((word) => said[word] || (react && !isFolded));
  if (shown.length === 0) return null;
  return h(
    'p',
    { class: 'reactions', key: 'reactions', role: 'group', 'aria-label': t('room.talk.reactions') },
    shown.map((word) => {
      const members = said[word] ?? [];
      const isMine = members.includes(me.member);
      const who = members.map((member) => member === me.member ? t('room.me') : app.name(member)).join(t('room.comma'));
      const words = [
        t(`room.talk.word.${word}`),
        members.length > 0 && [' ', h('span', { class: 'count' }, members.length)],
      ];
      if (!react) return h('span', { key: word, class: 'reaction', title: who }, words);
      return h(
        'button',
        {
          key: word,
          class: 'reaction',
          'aria-pressed': String(isMine),
          title: who || null,
          onclick: () => react(word, !isMine),
        },
        words,
      );
    }),
  );
}
