/**
 * What a column can be taken for: the fields of its kind of file and the metrics, found by their names in both languages
 * and by their keys. Pure.
 *
 *     optionsOf(kind, find, name)  → [{ meaning, name }]    `name(meaning)` says it in the language of the page
 */
import { METRICS } from '../../core/metrics.js';
import { metric as english } from '../../strings/metrics.en.js';
import { metric as chinese } from '../../strings/metrics.zh-CN.js';
import { byMetric } from '../../ui/metricorder.js';

const SHOW = ['title', 'start', 'end', 'date', 'period', 'note', 'product'];
const FIELDS = {
  summary: SHOW,
  list: SHOW,
  trend: ['time', 'date', 'product'],
  markers: ['time', 'date', 'kind', 'text'],
  goals: ['metric', 'value', 'basis'],
  questions: ['time', 'date', 'text', 'source', 'group', 'user', 'product', 'category', 'urgency'],
};
const MEASURED = new Set(['summary', 'list', 'trend']);
const SORTED = Object.keys(METRICS).sort(byMetric);

export function optionsOf(kind, find, name) {
  const fields = (FIELDS[kind] ?? []).map((field) => ({ meaning: { field }, also: field }));
  const metrics = MEASURED.has(kind)
    ? SORTED.map((metric) => ({ meaning: { metric }, also: `${metric} ${chinese[metric]} ${english[metric]}` }))
    : [];
  const series = kind === 'trend' ? [{ meaning: { series: true }, also: 'series' }] : [];
  const wanted = plain(find);
  const all = [...fields, ...metrics, ...series].map(({ meaning, also }) => ({ meaning, name: name(meaning), also }));
  if (wanted === '') return all;
  const found = all.flatMap((option) => {
    const own = rank(plain(option.name), wanted);
    const other = rank(plain(option.also), wanted);
    return own === null && other === null
      ? []
      : [{ ...option, rank: Math.min(own ?? 9, other === null ? 9 : other + 3) }];
  });
  return found.sort((one, other) => one.rank - other.rank);
}

/** Full width and half, upper and lower case are one. */
const plain = (text) => text.normalize('NFKC').toLowerCase().replace(/[\s_·-]/g, '');

/** The whole of it, its beginning, somewhere in it; null for not at all. */
function rank(text, wanted) {
  const at = text.indexOf(wanted);
  if (at < 0) return null;
  return text === wanted ? 0 : at === 0 ? 1 : 2;
}
