/** `/` opens the search, from everywhere but a field, which takes what is typed, and a dialog that stands open. */
const FIELDS = 'input, textarea, select, [contenteditable]';

export function listenForSlash(open) {
  document.addEventListener('keydown', (event) => {
    const { key, ctrlKey, metaKey, altKey, isComposing, target, defaultPrevented } = event;
    // The same key types 、 while Chinese punctuation is on.
    if ((key !== '/' && key !== '、') || ctrlKey || metaKey || altKey || isComposing || defaultPrevented) return;
    if (target.closest?.(FIELDS) || document.querySelector('dialog[open]')) return;
    event.preventDefault();
    open();
  });
}
