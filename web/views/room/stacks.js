/**
 * Groups as the board shows them: a group stands where its first card by number stands, under that card's id, and its
 * others stand nowhere by themselves. Pure.
 */

const NONE = { heads: new Map(), held: new Map() };

/**
 * `{tops, heads, held}`. `tops`: the issues that stand by themselves, a group's first one with the group's votes; `heads`: that
 * one's id → the group with its `cards`; `held`: the same for each of its cards. What is as it was `before` is the very same.
 */
export function stacked(issues, groups, byNumber, before = NONE) {
  if (groups.length === 0) return { ...NONE, tops: issues };
  const known = new Map(issues.map((issue) => [issue.id, issue]));
  const heads = new Map();
  const held = new Map();
  const below = new Set();
  for (const group of groups) {
    const cards = group.issues.map((id) => known.get(id)).filter(Boolean).sort(byNumber);
    if (cards.length === 0) continue;
    for (const card of cards.slice(1)) below.add(card.id);
    const old = before.heads.get(cards[0].id);
    const shown = old && isSame(old, group, cards)
      ? old
      : { ...group, record: group, cards, top: top(cards[0], group) };
    heads.set(cards[0].id, shown);
    for (const card of cards) held.set(card.id, shown);
  }
  const tops = issues.filter(({ id }) => !below.has(id)).map((issue) => heads.get(issue.id)?.top ?? issue);
  return { tops, heads, held };
}

const isSame = (old, group, cards) =>
  old.record === group && old.cards.length === cards.length && old.cards.every((card, n) => card === cards[n]);

const top = (issue, { votes }) => votes === undefined ? issue : { ...issue, votes };
