/**
 * Where the words of a search stand in a text, and the line of it that shows them. Pure.
 *
 *     parts('主播离席没有人顶', '离席')   [['主播', false], ['离席', true], ['没有人顶', false]]
 *     lineOf(told, '离席')              the line besides the title in which a word stands, cut around it, or null
 */
/** What a reader sees of a long line, before and behind the first match. */
const BEFORE = 16;
const AROUND = 60;

/** As the server compares: half-width and lower case; one character stays one. */
const plain = (text) => [...text].map((one) => [...one.normalize('NFKC').toLowerCase()][0] ?? one);

const wordsOf = (query) => query.split(/\s+/).filter(Boolean).map(plain);

function marks(text, query) {
  const characters = plain(text);
  const marked = characters.map(() => false);
  for (const word of wordsOf(query)) {
    for (let at = 0; at + word.length <= characters.length; at++) {
      if (word.every((one, n) => characters[at + n] === one)) marked.fill(true, at, at + word.length);
    }
  }
  return marked;
}

export function parts(text, query) {
  const marked = marks(text, query);
  const runs = [];
  [...text].forEach((one, n) => {
    if (n > 0 && marked[n] === marked[n - 1]) runs.at(-1)[0] += one;
    else runs.push([one, marked[n]]);
  });
  return runs;
}

export function lineOf({ title, text = '' }, query) {
  const lines = text.split('\n').filter(Boolean);
  const line = lines.find((one) => marks(one, query).includes(true));
  if (line) return cut(line, query);
  return marks(title, query).includes(true) ? null : lines[0] ? cut(lines[0], query) : null;
}

function cut(line, query) {
  const characters = [...line];
  const at = Math.max(0, marks(line, query).indexOf(true));
  const begin = at > BEFORE ? at - BEFORE : 0;
  const shown = characters.slice(begin, begin + AROUND).join('');
  return `${begin > 0 ? '…' : ''}${shown}${begin + AROUND < characters.length ? '…' : ''}`;
}
