/**
 * The room by keyboard, whenever no field has the focus. What the keys do is fetched with the first of them at the latest,
 * and none is lost meanwhile. Returns the function that stops listening.
 */
export function listen(now) {
  const { app, ui: { parts } } = now;
  const heard = async (event) => {
    if (isAnothers(event) || !isFree(now)) return;
    const key = event.shiftKey && event.key.startsWith('Arrow') ? `Shift+${event.key}` : event.key;
    const act = parts.get(app, 'keys');
    if (act) return void (act(now, key) && event.preventDefault());
    const late = await parts.whenHere(app, 'keys');
    if (late && isFree(now)) late(now, key);
  };
  document.addEventListener('keydown', heard);
  return () => document.removeEventListener('keydown', heard);
}

const isAnothers = (event) =>
  event.defaultPrevented || event.isComposing || event.ctrlKey || event.metaKey || event.altKey ||
  event.target.closest?.('input, textarea, select, dialog, [contenteditable]') !== null;

const isFree = (now) => now.isHere && !now.ui.opened.dialog;
