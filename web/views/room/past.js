/** Earlier shows of the reviewed show's channel, with their latest numbers, as far as they have been received. */
import { earlier } from './following.js';
import { showOf } from './look.js';

/** `[{id, title, start, values | null}]`, nearest first. */
export const pastShows = ({ app, show }, most = 7) =>
  show ? earlier(app, show, most).map(({ id }) => showOf(app, id)).map(({ id, title, start, snapshot }) => ({ id, title, start, values: snapshot?.values ?? null })) : [];

/** The last show before, once its numbers are here. */
export function lastShow(now) {
  const [last] = pastShows(now, 1);
  return last?.values ? last : null;
}
