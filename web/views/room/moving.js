/** A card up or down in its lane. It is told by its new neighbour, so that two who move at once both have their way. */
import { acts } from './acts.js';
import { may } from './phases.js';

/** The id of the card behind which it will stand: null before all, undefined where it cannot go. Pure. */
export function neighbourOf(cards, id, by) {
  const place = cards.findIndex((card) => card.id === id) + by;
  if (place - by < 0 || place < 0 || place >= cards.length) return undefined;
  const others = cards.filter((card) => card.id !== id);
  return others[place - 1]?.id ?? null;
}

/**
 * The same of one that is dropped `before` or `after` another of its lane; undefined where it would stand as it does. Pure.
 */
export function droppedAt(cards, id, over, side) {
  const others = cards.filter((card) => card.id !== id);
  const beside = others.findIndex((card) => card.id === over);
  const place = beside + (side === 'after' ? 1 : 0);
  if (beside < 0 || place === cards.findIndex((card) => card.id === id)) return undefined;
  return others[place - 1]?.id ?? null;
}

export const turned = (now, { role }) => now.lanes[role].filter(({ revealed }) => revealed);

export const mayMove = (now, issue, by) => neighbourOf(turned(now, issue), issue.id, by) !== undefined;

/** Whether it could. */
export function move(now, issue, by) {
  const after = neighbourOf(turned(now, issue), issue.id, by);
  if (after === undefined || !may.place(now.room, issue, now.me)) return false;
  acts.place(now, issue.id, after);
  return true;
}
