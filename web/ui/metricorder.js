import { METRICS } from '../core/metrics.js';
import { inOrder } from './order.js';

/** By where metrics stand in the catalogue. */
export const byMetric = inOrder(Object.keys(METRICS));
