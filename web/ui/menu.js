/** A menu under a button: Esc, a press elsewhere and every choice close it. */
import { h } from './dom.js';
import { icon } from './icon.js';

export function menu({ label, open, toggle }, ...children) {
  const leave = event => {
    if (!event.currentTarget.contains(event.relatedTarget)) toggle(false);
  };
  return h('div', {
    class: 'menu',
    onfocusout: event => open && event.relatedTarget && leave(event),
    onkeydown: event => {
      if (event.key !== 'Escape' || !open) return;
      toggle(false);
      event.currentTarget.querySelector('button').focus();
    },
  },
    h('button', { class: 'quiet icon-only', 'aria-label': label, 'aria-expanded': String(open), onclick: () => toggle(!open) }, icon('more')),
    open && h('div', { class: 'backdrop', onclick: () => toggle(false) }),
    open && h('div', { class: 'items' }, children));
}
