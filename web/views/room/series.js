/** A series' columns, and its minutes. */
import { knows, language, t } from '../../ui/words.js';

/** The column of people online, else the first one: its place in `columns`. */
export function mainColumn({ columns }) {
  const online = columns.findIndex((column) => column.metric === 'online');
  return online < 0 ? 0 : online;
}

/**
 * A column by its name. The files are of Chinese platforms: their own words are nearest to what they count; in another
 * language it is the metric's name, where the catalogue knows it.
 */
export function columnName({ metric, label, cumulative }) {
  if (language.startsWith('zh') || !metric || !knows(`metric.${metric}`)) return label;
  const name = t(`metric.${metric}`);
  return cumulative ? t('soFar', { name }) : name;
}

/** The minute of the series in which `offset` lies, -1 for none. */
export const minuteIndex = (data, offset) =>
  offset === null || offset === undefined ? -1 : data.offsets.findIndex((minute) => minute + 60 > offset);
