/** Entries in the order in which they are read: what waits for verification first, then by stage of the show. Pure. */
import { STAGES } from '../../ui/marks.js';

export function grouped(entries) {
  const trial = entries.filter((entry) => entry.status === 'trial');
  const rest = entries.filter((entry) => entry.status !== 'trial');
  const groups = [{ name: 'trial', entries: trial }];
  for (const stage of [...STAGES, undefined]) {
    groups.push({ name: stage ?? 'any', entries: rest.filter((entry) => (entry.stage ?? undefined) === stage) });
  }
  return groups.filter((group) => group.entries.length > 0).map((group) => ({
    ...group,
    entries: group.entries.sort((one, other) => one.no - other.no),
  }));
}
