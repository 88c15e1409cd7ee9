/**
 * Asked once more before something goes, in the place where it was pressed: with the way back where the finger is.
 *
 *     asked && sure({ words, keep: t('cancel'), go: t('remove'), act, leave })
 *
 * Without `words` the button that does it says what it does, and the way back stands behind it, at the end of its row.
 */
import { h } from './dom.js';

export function sure({ words = null, keep, go, act, leave }) {
  const back = h('button', {
    key: 'keep',
    type: 'button',
    class: words ? 'small' : 'small quiet',
    created: words && ((node) => node.focus()),
    onclick: leave,
  }, keep);
  const on = h('button', { key: 'go', type: 'button', class: 'small danger', onclick: () => (act(), leave()) }, go);
  if (!words) return [on, back];
  return h('p', { class: 'sure', role: 'alertdialog', 'aria-label': words }, words, back, on);
}
