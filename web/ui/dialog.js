/**
 * A modal `<dialog>` that exists while it is in the page: keep "which dialog is open" in the view's state.
 *
 *     open === 'invite' && dialog({ title, close: () => (open = null, app.draw()) }, …children)
 *
 * Esc, a press on the backdrop and the close button all end in `close`. The focus goes back where it was.
 */
import { h } from './dom.js';
import { icon } from './icon.js';
import { t } from './words.js';

export function dialog({ title, close, wide = false, key }, ...children) {
  let returnTo = null;
  return h(
    'dialog',
    {
      key: key ?? `dialog ${title}`,
      class: wide ? 'wide' : null,
      'aria-label': title,
      created: (node) => {
        node.returnTo = document.activeElement;
        node.showModal();
      },
      removed: (node) => {
        returnTo = node.returnTo;
        node.close();
        returnTo?.focus?.();
      },
      oncancel: (event) => {
        event.preventDefault();
        close();
      },
      onmousedown: (event) => event.target === event.currentTarget && outside(event) && close(),
    },
    h(
      'header',
      null,
      h('h2', null, title),
      h(
        'button',
        { class: 'quiet icon-only', type: 'button', 'aria-label': t('close'), onclick: close },
        icon('close'),
      ),
    ),
    ...children,
  );
}

function outside({ clientX, clientY, currentTarget }) {
  const box = currentTarget.getBoundingClientRect();
  return clientX < box.left || clientX > box.right || clientY < box.top || clientY > box.bottom;
}
