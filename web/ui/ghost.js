/**
 * What stands where something is on its way: how far it has come, and once it is refused, what can be done about it.
 *
 *     ghostLine(app, item, ways?)      a line of it, among what it is about
 *     ghostWays(app, item, ways?)      what can be done alone
 *
 * `words` and `back()`: the way back to where it was written; without it there is only to drop it. `drops`: both.
 */
import { h } from './dom.js';
import { retryButton } from './retrying.js';
import { itemState } from './status.js';
import { t } from './words.js';

export function ghostLine(app, item, ways) {
  return h('p', { key: item.id, class: 'row' }, itemState(item), ghostWays(app, item, ways));
}

export function ghostWays(app, item, { words, back = null, drops = back === null } = {}) {
  if (item.state !== 'refused') return null;
  const drop = () => app.outbox.dismiss(item.id);
  return [
    retryButton(app, item),
    back && h('button', { key: 'back', type: 'button', class: 'small', onclick: back }, words),
    drops && h('button', { key: 'drop', type: 'button', class: 'small quiet', onclick: drop }, t('status.drop')),
  ];
}
