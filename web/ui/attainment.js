/** How much of a goal was reached, as people read it. */
import { METRICS } from '../core/metrics.js';
import { t } from './words.js';

/** In whole percent, but never rounded up to a goal that was not reached; where less is better, whether it was kept. */
export function share(f, metric, attainment, { good }) {
  if (METRICS[metric]?.better < 0) return t(good ? 'attained.kept' : 'attained.exceeded');
  return f.percent(attainment < 1 ? downward(attainment) : attainment, 0);
}

/** 290 of 500 is 58 %, though a computer holds 0.58 × 100 as a little less. */
const downward = (ratio) => Math.min(99, Math.floor(Number((ratio * 100).toFixed(9)))) / 100;
