/**
 * A long column in stretches. What happens to a card then concerns its stretch, not all that stands below it, and
 * stretches out of sight are not laid out at all (`.stretch`, room.css).
 */
import { h, memo } from '../../ui/dom.js';

/** So many cards share a stretch when it is made. */
const SIZE = 10;
/** As many cards may stand behind the stretches: those of a small room stand in none. */
const LOOSE = 20;

/**
 * `cards`, as many of lane `name` as are shown, each drawn by `draw(card, isFirst)`; those up to a number in stretches,
 * which are drawn anew only when one of their cards, a vote on one, or one of `depends` has changed. A card's number
 * never changes, so it keeps its stretch and its node. The others join when they are many; not while one of them has the
 * focus, for a node that moves loses it.
 */
export function stretches({ ui, lanes, standing }, name, cards, depends, draw) {
  const drawn = [];
  let from = 0;
  for (const end of endsOf(ui, name, lanes[name])) {
    let to = from;
    while (cards[to]?.no <= end) to += 1;
    if (to > from) drawn.push(stretch(end, cards.slice(from, to), from === 0, standing.votes, depends, draw));
    from = to;
  }
  return [drawn, cards.slice(from).map((card, n) => draw(card, from + n === 0))];
}

function stretch(end, cards, isFirst, votes, depends, draw) {
  return memo(
    end,
    [isFirst, ...depends, ...cards, ...cards.map((card) => votes[card.id])],
    () =>
      h(
        'div',
        { class: 'stretch', style: { '--cards': String(cards.length) } },
        cards.map((card, n) => draw(card, isFirst && n === 0)),
      ),
  );
}

/** The last number of each stretch. A few are made at a time, for the nodes in them are. */
function endsOf(ui, name, cards) {
  if (!ui.stretched.has(name)) ui.stretched.set(name, []);
  const ends = ui.stretched.get(name);
  const loose = cards.filter((card) => card.no > (ends.at(-1) ?? 0));
  if (loose.length <= LOOSE || hasFocus(name)) return ends;
  for (let n = SIZE; loose.length - n >= SIZE; n += SIZE) ends.push(loose[n - 1].no);
  return ends;
}

const hasFocus = (name) => document.activeElement?.closest?.(`[data-role="${name}"] .lane-cards > .issue`);
