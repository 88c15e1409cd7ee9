/**
 * What is typed or pasted into any field is cleaned of characters nobody sees and no server takes, before anyone hears
 * of it. The cursor stays behind the same word. A word being composed is left alone.
 */
import { printable } from '../core/wellformed.js';

export function cleanFields(page = document) {
  page.addEventListener('input', ({ target, isComposing }) => {
    if (isComposing || !('value' in target) || typeof target.value !== 'string') return;
    const lines = target.localName === 'textarea';
    const typed = target.value;
    const seen = printable(typed, { lines });
    if (seen === typed) return;
    const before = target.selectionStart;
    target.value = seen;
    if (before !== null) {
      const place = printable(typed.slice(0, before), { lines }).length;
      target.setSelectionRange(place, place);
    }
  }, true);
}
