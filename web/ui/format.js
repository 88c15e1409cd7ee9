/**
 * Numbers, times and gaps as people read them. Pure: every function takes what it needs; `makeFormat(language, zone, now)`
 * binds what a page has once.
 *
 *     f.number(12480) → '1.25万' · '12,480'      f.offset(6432) → '1:47:12'
 *     f.metric('clk_pay_rate', 0.0745) → '7.45%'  f.gap(actual, base, better, thresholds) → { text: '▼ 14.5%', level: 'amber', … }
 *     f.time(ms) '19:58' · f.date(ms) '3月12日' · f.day(ms) '3月12日 周四' · f.when(ms) '3月12日 19:58'; `date` and `when`
 *     tell the year where it is not this one
 */
import { METRICS } from '../core/metrics.js';
import { USUAL_THRESHOLDS } from '../core/wire.js';

const WAN = 10_000;
const YI = 100_000_000;

export function offset(seconds) {
  const whole = Math.abs(Math.trunc(seconds));
  const sign = seconds <= -1 ? '-' : '';
  const two = (n) => String(n).padStart(2, '0');
  return `${sign}${Math.floor(whole / 3600)}:${two(Math.floor(whole / 60) % 60)}:${two(whole % 60)}`;
}

export function number(value, language, { digits } = {}) {
  if (value === null || value === undefined) return '—';
  if (language.startsWith('zh')) {
    const size = Math.abs(value);
    if (size >= YI) return `${trimmed(value / YI, 2)}亿`;
    if (size >= WAN) return `${trimmed(value / WAN, 2)}万`;
    return trimmed(value, digits ?? (Number.isInteger(value) ? 0 : 2));
  }
  return value.toLocaleString('en-US', { maximumFractionDigits: digits ?? (Number.isInteger(value) ? 0 : 2) });
}

function trimmed(value, digits) {
  return String(Number(value.toFixed(digits)));
}

export function percent(ratio, digits = 1) {
  if (ratio === null || ratio === undefined) return '—';
  return `${trimmed(ratio * 100, digits)}%`;
}

export function duration(seconds, language) {
  const whole = Math.round(seconds);
  const h = Math.floor(whole / 3600);
  const m = Math.floor(whole / 60) % 60;
  const s = whole % 60;
  const zh = language.startsWith('zh');
  const parts = [
    h && `${h}${zh ? '小时' : 'h'}`,
    m && `${m}${zh ? '分' : 'm'}`,
    (s || whole === 0) && !h && `${s}${zh ? '秒' : 's'}`,
  ];
  return parts.filter(Boolean).join(zh ? '' : ' ');
}

/** A metric's value with its unit. Ratios are held as fractions (0.0745 is 7.45 %). */
export function metric(key, value, language) {
  if (value === null || value === undefined) return '—';
  const unit = METRICS[key]?.unit;
  const zh = language.startsWith('zh');
  switch (unit) {
    case 'ratio':
      return percent(value, 2);
    case 'seconds':
      return duration(value, language);
    case 'minutes':
      return zh ? `${trimmed(value, 1)}分` : `${trimmed(value, 1)} min`;
    case 'yuan':
      return zh ? `${number(value, language)}元` : `¥${number(value, language)}`;
    case 'yuanPerHour':
      return zh ? `${number(value, language)}元/时` : `¥${number(value, language)}/h`;
    case 'ordersPerHour':
      return zh ? `${number(value, language)}单/时` : `${number(value, language)} orders/h`;
    case 'minutesPerProduct':
      return zh ? `${trimmed(value, 1)}分/品` : `${trimmed(value, 1)} min/item`;
    case 'people':
      return zh ? `${number(value, language)}人` : number(value, language);
    case 'times':
      return zh ? `${number(value, language)}次` : number(value, language);
    case 'orders':
      return zh ? `${number(value, language)}单` : number(value, language);
    case 'items':
      return zh ? `${number(value, language)}条` : number(value, language);
    default:
      return number(value, language);
  }
}

/**
 * How far `actual` is from `base`, as a share of the base; of a base of zero no share can be told, and any difference is
 * an infinite one. `better`: 1 higher, -1 lower, 0 neither. `level`: by the thresholds, in percent of the base: red beyond
 * `far`, amber from `near` on, else green; green whenever it is on the good side. Level, shape and sign are those of the number in `text`, not of digits nobody sees.
 */
export function gap(actual, base, better = 1, { near, far } = USUAL_THRESHOLDS) {
  if (actual === null || actual === undefined || base === null || base === undefined) return null;
  const share = base === 0 ? Math.sign(actual) * (actual === 0 ? 0 : Infinity) : (actual - base) / Math.abs(base);
  const size = Number.isFinite(share) ? Number(Math.abs(share).toFixed(3)) : Infinity;
  const way = size === 0 ? 0 : Math.sign(share);
  const shape = ['▼', '＝', '▲'][way + 1];
  const good = better === 0 ? null : way * better >= 0;
  const level = good === null ? 'plain' : good || size < near / 100 ? 'green' : size <= far / 100 ? 'amber' : 'red';
  const sign = ['−', '', '+'][way + 1];
  return { share, shape, good, level, text: size === Infinity ? shape : `${shape} ${sign}${trimmed(size * 100, 1)}%` };
}

/** Which way is better for a metric: 1, -1, or 0 for neither and for one this page does not know. */
export const better = (metric) => METRICS[metric]?.better ?? 0;

const formatters = new Map();

function inZone(ms, language, zone, options) {
  const key = JSON.stringify([language, zone, options]);
  if (!formatters.has(key)) {
    formatters.set(key, new Intl.DateTimeFormat(language, { timeZone: zone, hourCycle: 'h23', ...options }));
  }
  return formatters.get(key).format(ms);
}

/** The value of an `<input type=datetime-local>` for a moment in a zone, and back. */
export function localInput(ms, zone) {
  return inZone(ms, 'sv-SE', zone, {
    year: 'numeric',
    month: '2-digit',
    day: '2-digit',
    hour: '2-digit',
    minute: '2-digit',
  }).replace(' ', 'T');
}

export function fromLocalInput(text, zone) {
  const wall = /^\d{4}-\d\d-\d\dT\d\d:\d\d$/.test(text) ? Date.parse(`${text}:00Z`) : NaN;
  if (Number.isNaN(wall)) return null;
  // Twice, because the zone's offset at the guess may differ from the one at the result.
  let guess = wall;
  for (let n = 0; n < 2; n++) guess = wall - (Date.parse(`${localInput(guess, zone)}:00Z`) - guess);
  return guess;
}

export function makeFormat(language, zone, now = Date.now) {
  const zh = language.startsWith('zh');
  const yearOf = (ms) => inZone(ms, 'en', zone, { year: 'numeric', era: 'short' });
  const dated = (ms, options) =>
    inZone(ms, language, zone, {
      ...(yearOf(ms) === yearOf(now()) ? {} : { year: 'numeric' }),
      month: zh ? 'long' : 'short',
      day: 'numeric',
      ...options,
    });
  return {
    offset,
    percent,
    gap,
    number: (value, options) => number(value, language, options),
    metric: (key, value) => metric(key, value, language),
    duration: (seconds) => duration(seconds, language),
    time: (ms) => inZone(ms, language, zone, { hour: '2-digit', minute: '2-digit' }),
    date: (ms) => dated(ms),
    day: (ms) => inZone(ms, language, zone, { month: zh ? 'long' : 'short', day: 'numeric', weekday: 'short' }),
    month: (ms) => inZone(ms, language, zone, { year: 'numeric', month: 'long' }),
    when: (ms) => dated(ms, { hour: '2-digit', minute: '2-digit' }),
    localInput: (ms) => localInput(ms, zone),
    fromLocalInput: (text) => fromLocalInput(text, zone),
  };
}
