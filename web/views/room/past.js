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

/** Whether all of them have told their numbers, or never will: until then no median is one, and nothing is the last show. */
export function isPastHere({ app, show }, most = 7) {
  if (!show) return false;
  return app.listed.isHere([show.channel]) && earlier(app, show, most).every(({ id }) => {
    const { kind, refused } = app.records.log(id);
    return kind !== null || refused !== null;
  });
}

/** The last show before, once its numbers are here; null until then. */
export function lastShow(now) {
  const [last] = pastShows(now, 1);
  return last?.values ? last : null;
}
