/**
 * A modal `<dialog>` that exists while it is in the page: keep "which dialog is open" in the view's state.
 *
 *     open === 'invite' && dialog({ title, close: () => (open = null, app.draw()) }, …children)
 *
 * Esc, a press on the backdrop and the close button all end in `close`. The focus goes back where it was.
 *
 *     h('dialog', { …modal(step) }, …)      the same of a dialog with a frame of its own: Esc is `step()`
 */
import { h } from './dom.js';
import { icon } from './icon.js';
import { t } from './words.js';

export function dialog({ title, close, wide = false, key }, ...children) {
  return h(
    'dialog',
    {
      key: key ?? `dialog ${title}`,
      class: wide ? 'wide' : null,
      'aria-label': title,
      ...modal(close),
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

/** A browser lets a page keep a dialog only a few times and then closes it all the same: what is in the page stays open. */
export function modal(step) {
  return {
    created: (node) => {
      node.returnTo = document.activeElement;
      node.showModal();
    },
    removed: (node) => {
      node.close();
      node.returnTo?.focus?.();
    },
    oncancel: (event) => {
      if (event.target !== event.currentTarget || !event.cancelable) return;
      event.preventDefault();
      step();
    },
    onclose: ({ target, currentTarget: node }) => {
      if (target !== node || !node.isConnected || node.open) return;
      node.showModal();
      step();
    },
  };
}

function outside({ clientX, clientY, currentTarget }) {
  const box = currentTarget.getBoundingClientRect();
  return clientX < box.left || clientX > box.right || clientY < box.top || clientY > box.bottom;
}
