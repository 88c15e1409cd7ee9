/** `'planned'`, `'live'` or `'ended'`: by what really happened, else by the plan, also where nobody said that it began. */
export function stageOf(show, summary, now) {
  if (summary?.end || show.imported) return 'ended';
  if (summary?.start) return 'live';
  return now < (show.endsAt ?? show.startsAt + 12 * 3_600_000) ? 'planned' : 'ended';
}

/** When it began, or null. Where nobody told, numbers or a file tell that it began as planned. */
export function beganAt(show, summary, now) {
  if (summary?.start) return summary.start;
  const ran = show.imported || Object.keys(summary?.latest ?? {}).length > 0;
  return ran && show.startsAt <= now ? show.startsAt : null;
}

/** When a list says it is or was: really, as soon as that is known. */
export const startOf = (show, summary) => summary?.start ?? show.startsAt;
