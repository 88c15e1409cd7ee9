/** In which shows an entry can have been seen to work. Pure; the server judges it the same way. */
import { beganAt } from '../lobby/stage.js';

/** `[{id, title, began}]`, the newest first: what began after the entry was made, but for what it came from. */
export function showsSince(entry, { shows, rooms, summaries, now }) {
  const sources = new Set([
    ...(entry.evidence ?? []).map(({ show }) => show),
    ...(rooms.find((room) => room.id === entry.origin?.room)?.shows ?? []),
  ]);
  return shows.map((show) => ({ id: show.id, title: show.title, began: beganAt(show, summaries.get(show.id), now) }))
    .filter((show) => show.began !== null && show.began > entry.at && !sources.has(show.id))
    .sort((one, other) => other.began - one.began);
}

/** By id what a list says of each: day and title, and the time where two would look alike. */
export function toldApart(shows, f) {
  const short = (show) => `${f.date(show.began)} ${show.title}`;
  const seen = new Map();
  for (const show of shows) seen.set(short(show), (seen.get(short(show)) ?? 0) + 1);
  return new Map(
    shows.map((show) => [show.id, seen.get(short(show)) > 1 ? `${f.when(show.began)} ${show.title}` : short(show)]),
  );
}
