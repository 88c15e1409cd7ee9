/**
 * A long column in stretches. What happens to a card then concerns its stretch, not all that stands below it, and
 * stretches out of sight are not laid out at all (`.stretch`, css/room/board.css).
 */
import { steady } from './order.js';

/** So many cards share a stretch when it is made. */
const SIZE = 10;
/** As many cards may stand behind the stretches: those of a small room stand in none. */
const LOOSE = 20;

export class Stretches {
  #columns = new Map();

  /**
   * Of `issues`, all of column `name`, those `shown`: `{stretches: [{end, cards}], loose}`. Those up to a number `end` stand
   * in a stretch; a number never changes, so a card keeps its stretch and its node. The others join when they are many; not
   * while one of them has the focus, for a node that moves loses it. What is the same as before is the very same object.
   */
  of(name, issues, shown) {
    const before = this.#columns.get(name) ?? { ends: [], stretches: [], parts: null };
    if (before.parts && before.issues === issues && before.shown === shown && !before.isPending) return before.parts;
    const { ends, isPending } = endsOf(name, issues, before.ends);
    const parts = split(shown, ends, before.parts?.stretches ?? []);
    this.#columns.set(name, { issues, shown, ends, isPending, parts });
    return parts;
  }
}

function split(shown, ends, before) {
  const known = new Map(before.map(({ end, cards }) => [end, cards]));
  const stretches = [];
  let from = 0;
  for (const end of ends) {
    let to = from;
    while (shown[to]?.no <= end) to += 1;
    if (to > from) stretches.push({ end, cards: steady(shown.slice(from, to), known.get(end)) });
    from = to;
  }
  return { stretches, loose: shown.slice(from) };
}

/** The last number of each stretch. A few are made at a time, for the nodes in them are. */
function endsOf(name, issues, ends) {
  const loose = issues.filter((issue) => issue.no > (ends.at(-1) ?? 0));
  if (loose.length <= LOOSE) return { ends, isPending: false };
  if (hasFocus(name)) return { ends, isPending: true };
  const more = [];
  for (let n = SIZE; loose.length - n >= SIZE; n += SIZE) more.push(loose[n - 1].no);
  return { ends: [...ends, ...more], isPending: false };
}

const hasFocus = (name) => document.activeElement?.closest?.(`[data-role="${name}"] .lane-cards > .issue`);
