/** When a show ends, beside the field in which that is told: how long it takes, or that it cannot be. */
import { h } from './dom.js';
import { t } from './words.js';

const DAY = 86_400_000;

/** `end`, or where it is not after `start`, the same time of the clock on the first day on which it is. Pure. */
export function endAfter(start, end) {
  if (end === null || end === undefined || end > start) return end;
  return end + DAY * (Math.floor((start - end) / DAY) + 1);
}

export const endsEarly = (start, end) => start !== null && end !== null && end <= start;

/** `take(end)`: shows go past midnight, and what was meant is one press away. */
export function endingLine(f, { start, end, id, take }) {
  if (start === null || end === null) return null;
  if (!endsEarly(start, end)) {
    return h(
      'p',
      { key: id, class: 'quiet-text tiny', id },
      t('show.lasts', { duration: f.duration((end - start) / 1000) }),
    );
  }
  const meant = endAfter(start, end);
  return h(
    'p',
    { key: id, class: 'row error', role: 'alert', id },
    t('show.endsEarly'),
    h(
      'button',
      { type: 'button', class: 'small', onclick: () => take(meant) },
      t('show.endsThen', { when: f.when(meant) }),
    ),
  );
}
