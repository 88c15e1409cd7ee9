/**
 * Asked once more before something goes, in the place where it was pressed. The way back comes first, where the finger is.
 *
 *     asked && sure({ words, keep: t('cancel'), go: t('remove'), act, leave })
 *
 * Without `words` the button that does it says what it does.
 */
import { h } from './dom.js';

export function sure({ words = null, keep, go, act, leave }) {
  const buttons = [
    h('button', {
      key: 'keep',
      type: 'button',
      class: words ? 'small' : 'small quiet',
      created: words && ((node) => node.focus()),
      onclick: leave,
    }, keep),
    h('button', { key: 'go', type: 'button', class: 'small danger', onclick: () => (act(), leave()) }, go),
  ];
  return words ? h('p', { class: 'sure', role: 'alertdialog', 'aria-label': words }, words, buttons) : buttons;
}
