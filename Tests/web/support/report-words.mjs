/** The page's words for a report, without a page: `words('report.votes', { n: 3 })`. */
import common from '../../../web/strings/zh-CN.js';
import { report } from '../../../web/strings/report.zh-CN.js';
import * as metrics from '../../../web/strings/metrics.zh-CN.js';

const all = { ...common, ...metrics, report };

export function words(key, places = {}) {
  const found = key.split('.').reduce((tree, name) => tree?.[name], all);
  if (typeof found === 'function') return found(places);
  return String(found).replace(/\{(\w+)\}/g, (_, name) => places[name]);
}
