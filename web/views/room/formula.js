/**
 * How a metric is calculated, for a tooltip. The words of it come after the first sight: where that is drawn once and
 * kept, they are asked for when it is pointed at.
 */
import { knows, t } from '../../ui/words.js';

/** Null where it is plainly counted. */
export const formula = (metric) => (knows(`formula.${metric}`) ? t(`formula.${metric}`) : null);

/** Props of what tells the formula when it is pointed at. */
export const explained = (metric) => ({
  onpointerenter: ({ currentTarget }) => (currentTarget.title = formula(metric) ?? ''),
});
