/** The line of one number behind an entry. Pure but for the words. */
import { t } from '../../ui/words.js';

/**
 * What was known when the entry was proposed, which is no effect of it: 平均在线 提出时：356人（目标 409人，上场 206人）. A
 * `before`, of entries stored earlier, may be either and is not told.
 */
export function known(f, { metric, after, goal, last }) {
  const told = (value) => value !== undefined && value !== null;
  const against = [
    told(goal) && t('playbook.goal', { value: f.metric(metric, goal) }),
    told(last) && t('playbook.last', { value: f.metric(metric, last) }),
  ]
    .filter(Boolean).join(t('playbook.comma'));
  if (!told(after)) return against;
  const value = f.metric(metric, after);
  return against ? t('playbook.knownAgainst', { value, against }) : t('playbook.known', { value });
}
