/**
 * The lobby's answer by log. A show: `start, end, goals, latest` (its newest numbers), `questions, open`; a room: `phase,
 * issues, solutions, promoted`. What a summary does not tell is absent, never guessed.
 */
export function readLobby(answer) {
  return new Map((answer?.logs ?? []).map(({ log, kind, head, summary }) => [log, { kind, head, ...(summary ?? {}) }]));
}

/** `'planned'`, `'live'` or `'ended'`: by what really happened, else by the plan. */
export function stageOf(show, summary, now) {
  if (summary?.end || show.imported) return 'ended';
  if (summary?.start) return 'live';
  return show.startsAt > now - 12 * 3_600_000 ? 'planned' : 'ended';
}
