/** How much of a goal was reached, as people read it. */
import { METRICS } from '../core/metrics.js';
import { t } from './words.js';

/** In whole percent, but never rounded up to a goal that was not reached; where less is better, whether it was kept. */
export function share(f, metric, attainment, { good }) {
  if (METRICS[metric]?.better < 0) return t(good ? 'attained.kept' : 'attained.exceeded');
  return f.percent(attainment < 1 ? Math.floor(attainment * 100) / 100 : attainment, 0);
}
