/**
 * A long column in stretches. What happens to a card then concerns its stretch, not all that stands below it, and
 * stretches out of sight are not laid out at all (`.stretch`, room.css).
 */
import { h, memo } from '../../ui/dom.js';

/** So many numbers share a stretch; they are dealt to five columns. */
const SPAN = 50;
/** As many cards may stand behind the stretches: those of a small room stand in none. */
const LOOSE = 40;

/**
 * `cards`, as many of lane `name` as are shown, each drawn by `draw(card, n)`; those up to a number in stretches, which
 * are drawn anew only when one of their cards, a vote on one, or one of `depends` has changed. A card's number never
 * changes, so it keeps its stretch and its node. The others join when they are many; not while one of them has the
 * focus, for a node that moves loses it.
 */
export function stretches({ ui, lanes, standing }, name, cards, depends, draw) {
  const until = stretchedUntil(ui, name, lanes[name]);
  const end = cards.findIndex(card => !(card.no <= until));
  const loose = end < 0 ? cards.length : end;
  const drawn = [];
  for (let from = 0, to; from < loose; from = to) {
    const place = stretchOf(cards[from]);
    for (to = from + 1; to < loose && stretchOf(cards[to]) === place;) to += 1;
    drawn.push(stretch(place, cards.slice(from, to), from, standing.votes, depends, draw));
  }
  return [drawn, cards.slice(loose).map((card, n) => draw(card, loose + n))];
}

const stretchOf = card => Math.floor(card.no / SPAN);

function stretch(place, cards, from, votes, depends, draw) {
  return memo(place, [from, ...depends, ...cards, ...cards.map(card => votes[card.id])], () =>
    h('div', { class: 'stretch', style: { '--cards': String(cards.length) } },
      cards.map((card, n) => draw(card, from + n))));
}

function stretchedUntil(ui, name, cards) {
  const until = ui.stretched.get(name) ?? 0;
  const loose = cards.filter(card => card.no > until);
  if (loose.length <= LOOSE || hasFocus(name)) return until;
  ui.stretched.set(name, loose.at(-1).no);
  return loose.at(-1).no;
}

const hasFocus = name => document.activeElement?.closest?.(`[data-role="${name}"] .lane-cards > .issue`);
