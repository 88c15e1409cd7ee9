/** What stands in the place of erased words: when they went, and why. */
import { h } from './dom.js';
import { t } from './words.js';

export function tombstone(app, { at, reason }) {
  const when = app.f.when(at);
  return h(
    'p',
    { class: 'tombstone' },
    reason === 'expired' ? t('erasing.expired', { when }) : t('erasing.erased', { when, reason }),
  );
}
