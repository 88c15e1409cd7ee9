/**
 * A text field as tall as its text, submitting on Enter, its words kept as a draft:
 * `textField(app, { key, label, text, write, submit, leave, … })`. `write(text)` hears every change.
 */
import { h } from '../../ui/dom.js';
import { onEnter } from '../../ui/ime.js';

const sizesItself = globalThis.CSS?.supports?.('field-sizing', 'content') ?? false;

export function textField({ label, text, write, submit, leave, focus = false, ...props }) {
  return h('textarea', {
    ...props,
    rows: props.rows ?? 1,
    'aria-label': label,
    value: text,
    ...onEnter(submit, leave),
    created: node => {
      fit(node);
      if (!focus) return;
      node.focus();
      node.setSelectionRange(node.value.length, node.value.length);
    },
    oninput: event => {
      fit(event.currentTarget);
      write(event.currentTarget.value);
    },
  });
}

/** Only where the sheet's `field-sizing` is not understood. */
function fit(node) {
  if (sizesItself) return;
  node.style.setProperty('height', 'auto');
  node.style.setProperty('height', `${node.scrollHeight + node.offsetHeight - node.clientHeight}px`);
}
