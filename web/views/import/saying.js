/** Meanings, values and problems of a preview in the words of the page. */
import { METRICS } from '../../core/metrics.js';
import { knows, t } from '../../ui/words.js';

/** The fields of which a value is one of a few words. */
const CODES = { kind: 'markerKind', source: 'source', category: 'category', urgency: 'urgency' };

/** Of these large numbers are told in ten thousands. */
const SHORTENED = new Set(['people', 'times', 'items', 'orders', 'yuan', 'yuanPerHour', 'ordersPerHour']);

export function meaningName({ metric, field, series, ignored }) {
  if (metric) return metricName(metric);
  if (field) return knows(`bring.field.${field}`) ? t(`bring.field.${field}`) : field;
  if (series) return t('bring.series');
  return knows(`bring.ignored.${ignored}`) ? t(`bring.ignored.${ignored}`) : t('bring.unused');
}

export const metricName = (key) => (knows(`metric.${key}`) ? t(`metric.${key}`) : key);

/** What a cell was read as; null where it was not. */
export function valueOf(f, { metric, field, style }, read) {
  if (!read) return null;
  if (read.number !== undefined) return numberOf(f, { metric, style }, read.number);
  if (read.moment !== undefined) return f.when(read.moment);
  if (read.day !== undefined) return f.date(read.day);
  if (field === 'metric') return metricName(read.text);
  const code = CODES[field];
  return code && knows(`${code}.${read.text}`) ? t(`${code}.${read.text}`) : read.text;
}

/** Of no metric it is a duration all the same where its cells are read as one. */
function numberOf(f, { metric, style }, number) {
  if (metric) return f.metric(metric, number);
  return style?.duration ? f.duration(number) : f.number(number);
}

/** The whole number where the page shortens it: 1.2万 is what 11,967 looks like. */
export function exactOf(f, { metric }, read) {
  const number = read?.number;
  if (!SHORTENED.has(METRICS[metric]?.unit) || number === undefined || Math.abs(number) < 10_000) return null;
  const exact = number.toLocaleString('en-US', { maximumFractionDigits: 2 });
  return f.metric(metric, number).includes(exact) ? null : exact;
}

export const problemWords = (code) => (knows(`bring.problem.${code}`) ? t(`bring.problem.${code}`) : code);

/** Why a line is no row of what is stored. */
export const leftWhy = (why) => (knows(`bring.leftWhy.${why}`) ? t(`bring.leftWhy.${why}`) : problemWords(why));

export const listed = (names) => names.join(t('bring.comma'));
