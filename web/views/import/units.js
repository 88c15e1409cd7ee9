/**
 * Units and styles a column may be read in, where that makes a difference: `unitsOf(column)` as the file spells them,
 * none where bare numbers can be but one thing; `stylesOf(column)` → [[name, value, …of what]]. Pure.
 */
import { METRICS } from '../../core/metrics.js';

const MONEY = ['分', '元', '千元', '万元', '百万元', '亿元'];
const COUNTED = ['千', '万', '百万', '亿'];
const TIMES = ['秒', '分钟', '小时'];
const UNITS = {
  yuan: MONEY,
  yuanPerHour: MONEY,
  people: COUNTED,
  times: COUNTED,
  items: COUNTED,
  orders: COUNTED,
  seconds: TIMES,
  minutes: TIMES,
  minutesPerProduct: TIMES,
};
const SIGNED = /[%％‰]\s*$/;
export const STYLES = {
  ratio: ['percent', 'plain', 'perThousand', 'perTenThousand'],
  duration: ['minutesSeconds', 'hoursMinutes', 'minutesSecondsZeros'],
  time: ['dated', 'clock', 'elapsed'],
  series: ['level', 'perBucket', 'cumulative'],
  marks: ['point', 'comma'],
  order: ['dayFirst', 'monthFirst'],
};

export function unitsOf({ meaning, unit }) {
  const units = UNITS[METRICS[meaning.metric]?.unit] ?? [];
  return unit && units.length > 0 && !units.includes(unit) ? [unit, ...units] : units;
}

/** What the preview says a style of. A ratio without a sign can be of any style, one with a sign is what it says. */
export function stylesOf({ meaning, style = {}, samples = [] }) {
  const isRatio = METRICS[meaning.metric]?.unit === 'ratio' &&
    !(samples.length > 0 && samples.every(({ raw }) => SIGNED.test(raw)));
  const told = Object.keys(STYLES).filter((name) => style[name] && (name !== 'ratio' || isRatio || !meaning.metric));
  return (isRatio && !told.includes('ratio') ? ['ratio', ...told] : told).map((name) => [name, style[name] ?? null]);
}
