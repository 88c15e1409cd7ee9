/** `'planned'`, `'live'` or `'ended'`: by what really happened, else by the plan. */
export function stageOf(show, summary, now) {
  if (summary?.end || show.imported) return 'ended';
  if (summary?.start) return 'live';
  return show.startsAt > now - 12 * 3_600_000 ? 'planned' : 'ended';
}
