/** What keeps somebody where they are when the room takes everyone elsewhere. */
import { holdsFocus } from '../../ui/focus.js';

/**
 * Words that are not sent, in an editor or in a field that is in sight, or an open dialog. A field in which nothing stands
 * keeps nobody.
 */
export const hasUnsaid = () =>
  document.querySelector('dialog[open]') !== null || holdsFocus('.editing, .whys textarea, .comment textarea') ||
  holdsWords('.sheet-composer') || (holdsFocus('.room-composer') && holdsWords('.room-composer'));

const holdsWords = (place) =>
  [...document.querySelectorAll(`${place} textarea`)].some(({ value }) => value.trim() !== '');
