/** One line of what a search found: its words with the match marked, where it stands, and when it was. */
import { h } from '../../ui/dom.js';
import { icon } from '../../ui/icon.js';
import { roleBadge } from '../../ui/marks.js';
import { plain } from '../../ui/plain.js';
import { t } from '../../ui/words.js';
import { lineOf, parts } from './marked.js';

const ICONS = {
  entry: 'book',
  marker: 'flag',
  question: 'reply',
  solution: 'tick',
  comment: 'reply',
  action: 'tick',
  show: 'chart',
  room: 'people',
};

const marked = (text, words) => parts(text, words).map(([part, isMatch]) => (isMatch ? h('mark', null, part) : part));

/** Solutions and comments are written with bold, and told without its signs. */
function toldOf({ kind, told }) {
  if (kind !== 'solution' && kind !== 'comment') return told;
  return { ...told, title: plain(told.title ?? ''), text: plain(told.text ?? '') };
}

export function hitRow(app, hit, { key, words, isChosen, open }) {
  const told = toldOf(hit);
  const line = lineOf(told, words);
  const place = hit.kind === 'show' || hit.kind === 'room' ? t(`search.kind.${hit.kind}`) : hit.place;
  const where = [
    place,
    told.no != null && hit.kind !== 'entry' && `#${told.no}`,
    told.offset != null && app.f.offset(told.offset),
  ].filter(Boolean);
  return h(
    'div',
    {
      key,
      id: `hit ${key}`,
      class: 'hit',
      role: 'option',
      'aria-selected': String(isChosen),
      onclick: open,
    },
    told.role ? roleBadge(app, told.role) : icon(ICONS[hit.kind] ?? 'tag'),
    h(
      'span',
      { class: 'hit-words' },
      h('span', { class: 'hit-title' }, marked(told.title, words)),
      h(
        'small',
        { class: 'quiet-text' },
        line && [marked(line, words), where.length > 0 && ' · '],
        where.join(' · '),
      ),
    ),
    hit.at ? h('time', { class: 'quiet-text' }, app.f.date(hit.at)) : null,
  );
}
