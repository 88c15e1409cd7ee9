/**
 * What people write of solutions, comments and entries: bold, lists, links, and whoever is named. The parser is pure, and what
 * it finds is made of elements and texts: there is no markup in a string anywhere.
 *
 *     parse('**先**核价', names?) → [{ kind: 'p' | 'ul' | 'ol', start?, lines: [[span, …], …] }, …]
 *     a span        { kind: 'text' | 'bold' | 'link' | 'name' | 'minute', text, href? }; of `bold`: { kind, spans }
 *     rich(text, { names?, minute? }) → vnodes; `minute(text)`: what a press on a minute of the show does, or null
 *
 *     **bold**      - item      1. item      https://…      1:38      @name, of the names that are given
 */
import { h } from './dom.js';
import { BOLD } from './plain.js';

const BULLET = /^\s*[-*•]\s+(\S.*)$/;
const NUMBER = /^\s*(\d{1,3})(?:[.)]\s+|、\s*)(\S.*)$/;
/** An address ends where a Chinese sentence goes on. */
const LINK = /https?:\/\/[^\s<>"'`，。；：！？、（）《》「」『』【】]+/gi;
const MINUTE = /(?<![\d:：])\d{1,2}[:：]\d{2}(?:[:：]\d{2})?(?![\d:：])/g;
const TRAILING = /[.,;:!?)\]}*]+$/;

export function parse(text, names = []) {
  const cut = cutter(names);
  const blocks = [];
  let open = null;
  const into = (kind, more = {}) => {
    if (open?.kind !== kind) blocks.push(open = { kind, ...more, lines: [] });
    return open.lines;
  };
  for (const line of text.split('\n')) {
    const bullet = BULLET.exec(line);
    const number = NUMBER.exec(line);
    if (line.trim() === '') open = null;
    else if (bullet) into('ul').push(cut(bullet[1]));
    else if (number) into('ol', { start: Number(number[1]) }).push(cut(number[2]));
    else into('p').push(cut(line));
  }
  return blocks;
}

export function rich(text, { names, minute = () => null } = {}) {
  const element = (span) => elementOf(span, minute);
  return parse(text, names).map((block, n) => {
    if (block.kind === 'p') {
      return h(
        'p',
        { key: `${n}` },
        block.lines.map((line, at) => [at > 0 && h('br', { key: `br ${at}` }), line.map(element)]),
      );
    }
    const items = block.lines.map((line, at) => h('li', { key: `${at}` }, line.map(element)));
    return h(block.kind, { key: `${n}`, start: block.start > 1 ? String(block.start) : null }, items);
  });
}

function elementOf({ kind, text, href, spans }, minute) {
  if (kind === 'bold') return h('strong', null, spans.map((span) => elementOf(span, minute)));
  if (kind === 'link') return h('a', { href, target: '_blank', rel: 'noopener noreferrer nofollow' }, text);
  const press = kind === 'minute' ? minute(text) : null;
  if (press) return h('button', { type: 'button', class: 'at-minute', onclick: press }, text);
  return kind === 'name' ? h('b', { class: 'named' }, text) : text;
}

/** Bold first, then links, then minutes and names: an address that holds a name stays whole. */
function cutter(names) {
  const longestFirst = [...names].filter(Boolean).sort((one, other) => other.length - one.length);
  const timed = (text) =>
    split(text, MINUTE, ([text]) => [{ kind: 'minute', text }], (rest) => named(rest, longestFirst));
  const plain = (text) => split(text, LINK, linked, timed);
  return (line) => split(line, BOLD, ([, inner]) => [{ kind: 'bold', spans: plain(inner) }], plain);
}

/** What `pattern` finds is made into spans by `make`, and what stands between by `other`. */
function split(text, pattern, make, other) {
  const spans = [];
  let at = 0;
  for (const found of text.matchAll(pattern)) {
    if (found.index > at) spans.push(...other(text.slice(at, found.index)));
    spans.push(...make(found));
    at = found.index + found[0].length;
  }
  if (at < text.length) spans.push(...other(text.slice(at)));
  return spans;
}

function linked([found]) {
  const text = found.replace(TRAILING, '');
  const rest = found.slice(text.length);
  const href = addressOf(text);
  if (!href) return [{ kind: 'text', text: found }];
  return [{ kind: 'link', text, href }, ...(rest ? [{ kind: 'text', text: rest }] : [])];
}

function addressOf(text) {
  const address = URL.parse?.(text) ?? parsed(text);
  return address && ['http:', 'https:'].includes(address.protocol) && address.hostname ? address.href : null;
}

function parsed(text) {
  try {
    return new URL(text);
  } catch {
    return null;
  }
}

function named(text, names) {
  const spans = [];
  let begun = 0;
  let at = text.indexOf('@');
  while (at >= 0) {
    const name = names.find((one) => text.startsWith(one, at + 1));
    if (name) {
      if (at > begun) spans.push({ kind: 'text', text: text.slice(begun, at) });
      spans.push({ kind: 'name', text: `@${name}` });
      begun = at + 1 + name.length;
    }
    at = text.indexOf('@', name ? begun : at + 1);
  }
  if (begun < text.length) spans.push({ kind: 'text', text: text.slice(begun) });
  return spans;
}
