/** Of an issue on the wall: what the numbers say at its left, why and what is to be done at its right. */
import { h } from '../../ui/dom.js';
import { t } from '../../ui/words.js';
import { isDecided } from './decided.js';
import { sheetEvidence } from './sheetevidence.js';

export function evidence(now, issue) {
  return h('div', { class: 'projected-evidence' }, sheetEvidence(now, issue) || null);
}

/** The last why is the cause; of solutions those that were chosen, else all of them. */
export function reasons({ records }, issue) {
  const why = records.get('cause', issue.id)?.whys?.at(-1);
  const solutions = records.all('solution').filter(({ issues }) => issues?.includes(issue.id));
  const chosen = solutions.filter(isDecided);
  const shown = chosen.length > 0 ? chosen : solutions;
  return h(
    'div',
    { class: 'projected-reasons' },
    why && [h('h3', { key: 'why' }, t('projector.why')), h('p', { key: 'cause' }, why.text ?? why)],
    shown.length > 0 && [
      h('h3', { key: 'ways' }, t('projector.ways')),
      shown.map(({ id, text }) => h('p', { key: id, class: 'way' }, text)),
    ],
  );
}
