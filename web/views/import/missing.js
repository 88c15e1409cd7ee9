/** What must at least be chosen of a table whose columns nobody knows; and what else it may be. */
import { h } from '../../ui/dom.js';
import { t } from '../../ui/words.js';
import { kindChoice } from './failed.js';

export const missing = (view, { kind }) =>
  h(
    'div',
    { class: 'import-missing', key: 'missing' },
    h('p', { class: 'warning', role: 'status' }, t(`bring.unmapped.${kind}`)),
    !view.bringing.isList && kindChoice(view),
  );
