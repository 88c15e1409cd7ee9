/** Where several lines may be written: as tall as its text, Enter submits, Esc leaves, every change is heard. */
import { growing } from './growing.js';
import { onEnter } from './ime.js';

/** `focus`: begins with the cursor behind the text. Other props go to the field. */
export function textField({ label, text, write, submit, leave, focus = false, ...props }) {
  return growing({
    ...props,
    'aria-label': label,
    value: text,
    ...onEnter(submit, leave),
    created: (node) => {
      if (!focus) return;
      node.focus();
      node.setSelectionRange(node.value.length, node.value.length);
    },
    oninput: (event) => write(event.currentTarget.value),
  });
}

/** Once the drawing that has been asked for is done. */
export const afterDrawing = (run) => requestAnimationFrame(() => requestAnimationFrame(run));
