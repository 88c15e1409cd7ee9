/**
 * A number as people type it for a metric, read into the metric's own unit; null when it cannot be read. Pure.
 * `1.2万` `48,312.00` `¥3,871` `10k` `７` · ratios are typed in percent, with the sign or without · `3分25秒` `3:25` `205`
 */
import { METRICS } from '../core/metrics.js';

/** No number of a show is larger. */
const LARGEST = 1e12;
const SCALE = { 万: 1e4, w: 1e4, W: 1e4, 亿: 1e8, k: 1e3, K: 1e3, 千: 1e3 };

export function parseMetric(key, typed) {
  const text = typed.normalize('NFKC').replace(/[\s,¥$元人次条单]/g, '');
  const value = text === '' ? null : read(key, text);
  return Math.abs(value) <= LARGEST ? value : null;
}

function read(key, text) {
  switch (METRICS[key]?.unit) {
    case 'ratio':
      return scaled(plain(text.replace(/%$/, '')), 0.01);
    case 'seconds':
      return seconds(text);
    case 'minutes':
      return plain(text.replace(/(分钟?|min)$/, ''));
    default:
      return plain(text);
  }
}

function plain(text) {
  const found = /^([+-]?\d+(?:\.\d+)?)([万亿千wWkK])?$/.exec(text);
  return found ? exact(Number(found[1]) * (SCALE[found[2]] ?? 1)) : null;
}

function scaled(value, by) {
  return value === null ? null : exact(value * by);
}

/** 7.45 × 0.01 is 0.0745, not 0.07450000000000001. */
function exact(value) {
  return Number(value.toPrecision(12));
}

function seconds(text) {
  const colons = /^(?:(\d+):)?(\d{1,2}):(\d{1,2})$/.exec(text);
  if (colons) return Number(colons[1] ?? 0) * 3600 + Number(colons[2]) * 60 + Number(colons[3]);
  const words = /^(?:(\d+)(?:小?时|h))?(?:(\d+)(?:分钟?|m))?(?:(\d+(?:\.\d+)?)(?:秒|s)?)?$/.exec(text);
  if (!words || !words[0]) return null;
  return Number(words[1] ?? 0) * 3600 + Number(words[2] ?? 0) * 60 + Number(words[3] ?? 0);
}
