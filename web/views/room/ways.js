/** What is to be done about an issue: solutions as alternatives, of which one or more are chosen. */
import { h } from '../../ui/dom.js';
import { t } from '../../ui/words.js';
import { solutionGhost, waysOf } from './solutions.js';

export function ways(now, issue) {
  const found = waysOf(now, issue);
  const coming = now.pending.proposals.filter(({ args }) => args.issues?.includes(issue.id));
  const isDue = now.room.phase === 'solve' || found.length > 0;
  if (!isDue) return null;
  return h(
    'section',
    { class: 'sheet-ways', key: 'ways', 'aria-label': t('sheet.part.ways') },
    h('h3', null, t('sheet.part.ways'), h('span', { class: 'quiet-text' }, t('sheet.waysHint'))),
    found,
    coming.map((item) => solutionGhost(now, item, issue)),
    found.length + coming.length === 0 && h('p', { class: 'quiet-text' }, t('sheet.noWays')),
  );
}
