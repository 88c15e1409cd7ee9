/** Earlier shows of the reviewed show's channel, with their latest numbers, as far as they have been received. */
import { earlier } from './following.js';
import { showOf } from './look.js';

/** `[{id, title, start, values}]`, nearest first; `values` are null until they are here. */
export function pastShows({ app, show }, most = 7) {
  if (!show) return [];
  return earlier(app, show, most).map(({ id }) => {
    const { title, start, latest } = showOf(app, id);
    return { id, title, start, values: latest?.values ?? null };
  });
}

/** The last show before, once its numbers are here; null until then. */
export function lastShow(now) {
  const [last] = pastShows(now, 1);
  return last?.values ? last : null;
}
