/**
 * The invitation in whatever was pasted or opened: words around it, a full stop behind it, a line broken by the mail.
 *
 *     linkIn('快来：https://board.example/join#R74C… 。')  → { token, origin: 'https://board.example' }
 *     linkIn(token) → { token, origin: null }      null: there is none
 */
const TOKEN = '[A-Za-z0-9_-]{43}';

export function linkIn(text) {
  const plain = readable(text);
  const token = find(plain, RegExp(`#(${TOKEN})(?![A-Za-z0-9_-])`)) ??
    find(plain, RegExp(`(?:^|[^A-Za-z0-9_-])(${TOKEN})(?![A-Za-z0-9_-])`)) ??
    find(plain.replace(/\s+/g, ''), RegExp(`/join#(${TOKEN})`));
  if (token === null) return null;
  return { token, origin: find(plain, /(https?:\/\/[^\s/#]+)\/join/) };
}

/** What chat programs put in its place, and what nobody sees. */
function readable(text) {
  const seen = text.replace(/[\u200b-\u200f\u2028-\u202f\u2060-\u206f\ufeff\u00ad]/g, '').replace(/＃/g, '#').replace(
    /%23/g,
    '#',
  );
  try {
    return decodeURIComponent(seen);
  } catch {
    return seen;
  }
}

const find = (text, pattern) => pattern.exec(text)?.[1] ?? null;
