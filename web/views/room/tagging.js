/**
 * What is typed into the box of tags, taken apart; and one's changes of a card's tags, which go with what others change
 * meanwhile: `{text, added, removed}`. Pure.
 */

/** Commas of both scripts, the mark between words of a list, and blanks part tags; so does the sign before one. */
const PART = /[\s,，、]+/;
const SIGN = /[#＃]+/;
/** Of nothing else no tag is made. */
const UNSEEN = /^[\p{C}\p{Z}\p{M}]*$/u;

/** `{words, rest}`: the tags that are whole, and the one that is still being typed. `isDone`: so is the last. */
export function takenApart(text, isDone = false) {
  const parts = text.split(PART);
  const last = isDone ? '' : parts.pop();
  return { words: parts.flatMap((part) => part.split(SIGN)).filter((word) => !UNSEEN.test(word)), rest: last };
}

export const lengthOf = (word) => [...word].length;

/** The card's tags as they will be. */
export const tagsWith = (tags, { added, removed }) => [
  ...tags.filter((tag) => !removed.includes(tag)),
  ...added.filter((tag) => !tags.includes(tag)),
];

export function without(tag, { added, removed, ...rest }) {
  return { ...rest, added: added.filter((one) => one !== tag), removed: [...new Set([...removed, tag])] };
}

/** With `words`, as far as they are short enough and there is room; the others stay in the text. */
export function withWords(words, tags, changes, { longest, most }) {
  let now = changes;
  const left = [];
  for (const word of words) {
    const there = tagsWith(tags, now);
    if (there.includes(word)) continue;
    if (lengthOf(word) > longest || there.length >= most) left.push(word);
    else now = { ...now, added: [...now.added, word], removed: now.removed.filter((one) => one !== word) };
  }
  return { ...now, text: [...left, now.text].filter(Boolean).join(' ') };
}
