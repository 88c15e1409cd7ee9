import { wholeMinute } from './minutes.js';

/** A series' record, its turns at the minutes of its curve. */
export function turnsInMinutes(series) {
  const whole = (points) => (points ?? []).map((point) => ({ ...point, offset: wholeMinute(point.offset) }));
  return { ...series, peaks: whole(series.peaks), troughs: whole(series.troughs) };
}
