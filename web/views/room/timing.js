/**
 * How much time a phase has left. Pure.
 *
 *     timing(timer, phase, now) → `{state, ms, share}`, or null where nothing is shown: state 'running' · 'short' (the last
 *                                 minute) · 'paused' · 'over' (ms: since when); share: what is left of it, 0 to 1
 *     clockOf(ms) → 4:12, 1:02:10
 *     suggested(room, phase) → minutes; planned(room) → of what is to come, all together
 */
import { PHASES } from '../../core/wire.js';

const SHORT = 60_000;
/** What a review of ten to fifteen cards takes, where nobody says otherwise. */
const USUAL = { prepare: 10, live: 0, data: 35, collect: 15, vote: 5, solve: 35, closed: 10 };

export function timing(timer, phase, now) {
  if (!timer || timer.phase !== phase) return null;
  if (timer.deadline === undefined) return { state: 'paused', ms: timer.left, share: timer.left / timer.lasts };
  const ms = timer.deadline - now;
  if (ms <= 0) return { state: 'over', ms: -ms, share: 0 };
  return { state: ms <= SHORT ? 'short' : 'running', ms, share: Math.min(1, ms / timer.lasts) };
}

/** What runs down reaches zero when it is over, what counts up begins with it. */
export function clockOf(ms, isOver = false) {
  const seconds = isOver ? Math.floor(ms / 1000) : Math.ceil(ms / 1000);
  const parts = [Math.floor(seconds / 3600), Math.floor(seconds / 60) % 60, seconds % 60];
  const [hours, ...rest] = parts.map((part) => String(part).padStart(2, '0'));
  return hours === '00' ? rest.join(':') : `${parts[0]}:${rest.join(':')}`;
}

export const suggested = (room, phase) => room.minutes?.[phase] ?? USUAL[phase];

/** `over`: the shows are, and `live` is passed over. */
export const planned = (room, over) =>
  PHASES.filter((phase) => phase !== 'live' || !over).reduce((sum, phase) => sum + suggested(room, phase), 0);
