/** What other templates than a show's review ask for: under a kind that only they have, and in a phase. */
import { knows, t } from '../../ui/words.js';

export const asked = (kind) => t(`asking.${kind}`);

/** What a template says of writing, voting or solving: a team's own its hint. Null where it says nothing, and the usual is said. */
export function hinted({ id, name, hints }, phase) {
  if (name) return hints?.[phase] ?? null;
  const key = `phaseHint.${id}.${phase}`;
  return knows(key) ? t(key) : null;
}
