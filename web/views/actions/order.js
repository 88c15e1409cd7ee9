/** In which order the list shows actions. Pure. */
import { isLate, isMine, isOpen } from '../../core/agreed.js';

/** What is late first, then by when it is due, what has no date last; settled ones behind, the newest first. */
export function inOrder(actions, day) {
  const rank = (action) => !isOpen(action) ? 3 : isLate(action, day) ? 0 : action.due ? 1 : 2;
  const due = ({ due }) => due?.day ?? (due ? '' : '9999');
  return [...actions].sort((one, other) =>
    rank(one) - rank(other) ||
    (isOpen(one) ? due(one).localeCompare(due(other)) : (other.settledAt ?? 0) - (one.settledAt ?? 0)) ||
    one.at - other.at || (one.id < other.id ? -1 : 1)
  );
}

/** Mine and everybody else's, of what is open or was ticked since the page was opened (`kept`). */
export function parted(rows, me, day, kept) {
  const shown = rows.filter(({ action }) => isOpen(action) || kept.has(action.id));
  const byId = new Map(shown.map((row) => [row.action.id, row]));
  const sorted = inOrder(shown.map(({ action }) => (kept.get(action.id) ?? action)), day).map(({ id }) => byId.get(id));
  return {
    mine: sorted.filter(({ action }) => isMine(action, me)),
    others: sorted.filter(({ action }) => !isMine(action, me)),
  };
}

/** Over all channels: by the week they were agreed in how many are settled or late, how many of them are done, and the share. */
export function overAll(channels) {
  const told = channels.map(({ overview }) => overview).filter(Boolean);
  const weeks = (told[0]?.weeks ?? []).map((_, n) => ({
    agreed: told.reduce((sum, { weeks }) => sum + weeks[n].agreed, 0),
    done: told.reduce((sum, { weeks }) => sum + weeks[n].done, 0),
  }));
  const agreed = weeks.reduce((sum, week) => sum + week.agreed, 0);
  const done = weeks.reduce((sum, week) => sum + week.done, 0);
  return { weeks, agreed, done, share: agreed > 0 ? done / agreed : null };
}
