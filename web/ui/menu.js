/** A menu under a button: Esc, a press elsewhere and every choice close it. The focus goes back to the button. */
import { h } from './dom.js';
import { icon } from './icon.js';

export function menu({ label, open, toggle }, ...children) {
  const leave = (event) => {
    if (!event.currentTarget.contains(event.relatedTarget)) toggle(false);
  };
  const close = (menu) => {
    toggle(false);
    menu.querySelector('button').focus();
  };
  return h(
    'div',
    {
      class: 'menu',
      onfocusout: (event) => open && event.relatedTarget && leave(event),
      onkeydown: (event) => {
        if (event.key === 'Escape' && open) close(event.currentTarget);
      },
    },
    h('button', {
      class: 'quiet icon-only',
      'aria-label': label,
      'aria-expanded': String(open),
      onclick: () => toggle(!open),
    }, icon('more')),
    open && h('div', { class: 'backdrop', onclick: () => toggle(false) }),
    open &&
      h('div', {
        class: 'items',
        onclick: (event) => event.target.closest('button') && close(event.currentTarget.parentNode),
      }, children),
  );
}
