import { h } from './dom.js';

/** A text area as tall as its text, up to the height its sheet allows. */
export function growing(props) {
  return h('textarea', {
    rows: '1',
    ...props,
    drawn: fit,
    oninput: (event) => (props.oninput?.(event), fit(event.currentTarget)),
  });
}

function fit(node) {
  if (node.fitted === node.value || !node.isConnected) return;
  // An empty one is as tall as it should be, but for its placeholder: that can wait for the layout of the next frame.
  if (node.fitted === undefined && node.value === '') {
    return void requestAnimationFrame(() => node.scrollHeight && measure(node));
  }
  // In a dialog that is about to open there is nothing to measure yet.
  if (node.scrollHeight === 0) return void requestAnimationFrame(() => node.scrollHeight && fit(node));
  measure(node);
}

function measure(node) {
  node.fitted = node.value;
  node.style.height = 'auto';
  node.style.height = `${node.scrollHeight + node.offsetHeight - node.clientHeight}px`;
}
