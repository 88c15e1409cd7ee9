/**
 * A card or solution whose editor is open stands where it stood, whatever becomes of it meanwhile: withdrawn, dropped,
 * given to another role. Its writer is told so there, and leaves when they like.
 */

/** The issue (`'issue'`) or solution being edited, as it was last seen where it is gone; null when none is. */
export const edited = ({ ui, records }, kind) => ui.edits.current(kind, records);

/** `cards` of one place with the edited one among them, in the order of `compare`. */
export function withEdited(now, cards, compare) {
  const one = edited(now, 'issue');
  return !one || cards.some((card) => card.id === one.id) ? cards : [...cards, one].sort(compare);
}

/** The same for the lane of `role`: it is in the one in which its editor was opened, and in no other. */
export function laneWithEdited(now, role, cards, compare) {
  const one = edited(now, 'issue');
  if (!one) return cards;
  return one.role === role ? withEdited(now, cards, compare) : cards.filter((card) => card.id !== one.id);
}
