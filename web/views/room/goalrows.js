/** Goals against actuals, worst first. Pure: colours and shapes come from the page's one idea of a gap. */
import { better, gap } from '../../ui/format.js';

const SEVERITY = { red: 0, amber: 1, green: 2, plain: 3 };

/**
 * `[{metric, goal, basis, actual, last, gap, attainment}]`: what was missed first, by how much; then what was reached;
 * then what has no number. `gap` is `ui/format.js`'s, by `thresholds`; null without an actual.
 */
export function goalRows(goals, values = {}, lastValues = {}, thresholds = undefined) {
  return goals
    .map(({ metric, value: goal, basis }) => {
      const actual = values[metric] ?? null;
      return {
        metric,
        goal,
        basis,
        actual,
        last: lastValues[metric] ?? null,
        gap: gap(actual, goal, better(metric), thresholds),
        attainment: actual === null || goal === 0 ? null : actual / goal,
      };
    })
    .sort((a, b) => severity(a) - severity(b) || shortfall(b) - shortfall(a) || (a.metric < b.metric ? -1 : 1));
}

/** How many goals stand at each level: `{red, amber, green, plain, unknown}`. */
export function tally(rows) {
  const counts = { red: 0, amber: 0, green: 0, plain: 0, unknown: 0 };
  for (const row of rows) counts[row.gap?.level ?? 'unknown'] += 1;
  return counts;
}

const severity = (row) => (row.gap ? SEVERITY[row.gap.level] : 4);
const shortfall = (row) => (row.gap ? -row.gap.share * better(row.metric) : 0);
