/** How a metric is calculated, for a tooltip. */
import { knows, t } from '../../ui/words.js';

/** Null where it is plainly counted. */
export const formula = (metric) => (knows(`formula.${metric}`) ? t(`formula.${metric}`) : null);
