/**
 * Where somebody wanted to go who had to come in first. Kept for an hour and for every tab: the invitation may be opened
 * in another one.
 */
import { local } from './local.js';

const KEPT = 'afterwards';
const HOUR = 3_600_000;

export function remember(path, { storage = local, now = Date.now() } = {}) {
  storage.setItem(KEPT, JSON.stringify({ path, at: now }));
}

/** The path, once; null when there is none, or when it is long ago. */
export function takeAfterwards({ storage = local, now = Date.now() } = {}) {
  const { path, at } = JSON.parse(storage.getItem(KEPT) ?? '{}');
  storage.removeItem(KEPT);
  return path && now - at < HOUR && now >= at ? path : null;
}
