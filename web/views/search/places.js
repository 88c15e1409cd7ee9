/**
 * Where a hit is opened, and how one gets to the very line. Pure but for `arrive`.
 *
 *     pathOf(hit)      '/room/…?issue=…'
 *     arrive(hit)      scrolls to it once it stands on the page, and shows it for a moment
 */
const TABS = { question: '#questions', marker: '#markers' };
/** A page on a slow line; whoever has turned elsewhere by then is not pulled back. */
const PATIENCE = 8_000;

export function pathOf({ kind, log, id, told }) {
  if (kind === 'comment' && told.action) return `/actions?said=${told.action}`;
  if (kind === 'comment') return `/room/${log}?issue=${told.issue}`;
  if (kind === 'action') return `/actions?action=${id}`;
  if (kind === 'entry') return `/playbook?entry=${id}`;
  if (kind === 'show' || kind === 'room') return `/${kind}/${log}`;
  if (kind === 'issue' || kind === 'solution') return `/room/${log}?${kind}=${id}`;
  return `/show/${log}?${kind}=${id}${TABS[kind] ?? ''}`;
}

export function arrive({ kind, told }) {
  if (kind === 'show' || kind === 'room') return;
  const look = () => {
    const place = placeOf(told.title);
    if (!place) return false;
    place.scrollIntoView({ block: 'center' });
    place.classList.add('just-found');
    setTimeout(() => place.classList.remove('just-found'), 3_000);
    return true;
  };
  requestAnimationFrame(() => {
    if (look()) return;
    const observer = new MutationObserver(() => look() && observer.disconnect());
    observer.observe(document.body, { childList: true, subtree: true, characterData: true });
    setTimeout(() => observer.disconnect(), PATIENCE);
    for (const type of ['pointerdown', 'wheel', 'keydown']) {
      addEventListener(type, () => observer.disconnect(), { once: true, capture: true });
    }
  });
}

/** The row or card whose words begin with these. */
function placeOf(title) {
  const main = document.querySelector('main');
  if (!main) return null;
  const walker = document.createTreeWalker(main, NodeFilter.SHOW_TEXT);
  while (walker.nextNode()) {
    if (walker.currentNode.nodeValue.trim() !== title.trim()) continue;
    const place = walker.currentNode.parentElement.closest('li, article, tr, .card');
    if (place) return place;
  }
  return null;
}
