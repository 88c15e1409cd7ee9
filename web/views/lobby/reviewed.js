/**
 * Which reviews a list shows, by channel, period and phase. Pure.
 *
 *     reviewsOf({ rooms, shows, phaseOf, now }, { channel, days, phase })   → [{ room, shows, at, phase }], the newest first
 */
const DAY = 86_400_000;

/** A review is as old as the newest of its shows; where they are not known any more, as its opening. */
export function reviewsOf({ rooms, shows, phaseOf, now }, { channel = null, days = null, phase = null } = {}) {
  const known = new Map(shows.map((show) => [show.id, show]));
  return rooms
    .map((room) => {
      const own = room.shows.map((id) => known.get(id)).filter(Boolean);
      const at = own.length > 0 ? Math.max(...own.map((show) => show.startsAt)) : room.openedAt;
      return { room, shows: own, at, phase: phaseOf(room.id) };
    })
    // A review of shows that were all removed left with them.
    .filter((review) => review.shows.length > 0)
    .filter((review) => !channel || review.shows.some((show) => show.channel === channel))
    .filter((review) => !days || now - review.at < days * DAY)
    .filter((review) => !phase || (phase === 'open' ? review.phase !== 'closed' : review.phase === phase))
    .sort((one, other) => other.at - one.at || (one.room.id < other.room.id ? 1 : -1));
}
