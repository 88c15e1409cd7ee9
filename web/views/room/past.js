/** Earlier shows of the reviewed show's channel, with their figures, as far as they have been told. */
import { comparable } from '../../ui/figure.js';
import { earlier } from './following.js';

/**
 * `[{id, title, start, values, figures}]`, nearest first; `values` are null until they are here. Only figures of the
 * definitions by which the reviewed show's are counted are among the values.
 */
export function pastShows({ app, show, ui }, most = 7) {
  if (!show) return [];
  return earlier(app, show, most).map(({ id, title, startsAt }) => {
    const figures = ui.figures.get(id);
    return { id, title, start: startsAt, figures, values: figures && comparable(figures.latest, show.latest) };
  });
}

/** Whether all of them have told their numbers: until then no median is one, and nothing is the last show. */
export function isPastHere({ app, show, ui }, most = 7) {
  if (!show) return false;
  return app.listed.isHere([show.channel]) && earlier(app, show, most).every(({ id }) => ui.figures.get(id));
}

/** The last show before, once its numbers are here; null until then. */
export function lastShow(now) {
  const [last] = pastShows(now, 1);
  return last && Object.keys(last.values ?? {}).length > 0 ? last : null;
}
