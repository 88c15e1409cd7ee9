/**
 * A long column stands at once where it is looked at, and grows to its whole length in the drawings that follow: a
 * thousand cards made in one go would keep the page from answering for a second.
 */
const STRETCH = 8;

/** As much of `cards` as column `name` shows by now. */
export function unrolled({ app, ui }, name, cards) {
  const length = ui.unrolled.get(name) ?? STRETCH;
  // A whole column takes a few more at once: a card just written must not vanish for a moment.
  const whole = cards.length <= length;
  ui.unrolled.set(name, whole ? cards.length + STRETCH : length + STRETCH);
  if (whole) return cards;
  app.draw();
  return cards.slice(0, length);
}
