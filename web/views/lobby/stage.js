/** `'planned'`, `'live'` or `'ended'`: by what really happened, else by the plan. */
export function stageOf(show, summary, now) {
  if (summary?.end || show.imported) return 'ended';
  if (summary?.start) return 'live';
  return show.startsAt > now - 12 * 3_600_000 ? 'planned' : 'ended';
}

/** Whether anything tells that it was on air: a start, numbers, or a file. */
export const hasAired = (show, summary) => Boolean(show.imported || summary?.start || Object.keys(summary?.latest ?? {}).length);
