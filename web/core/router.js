/**
 * Paths to views. `match(path)` is pure; `Router` follows the address bar and clicks on links of this page.
 * Views are loaded when first opened.
 */
import { Signal } from './signal.js';

const ROUTES = [
  { name: 'lobby', pattern: /^\/$/ },
  { name: 'join', pattern: /^\/join$/ },
  { name: 'show', pattern: /^\/show\/([0-9a-f-]{36})$/, params: ['log'] },
  { name: 'room', pattern: /^\/room\/([0-9a-f-]{36})$/, params: ['log'] },
  { name: 'playbook', pattern: /^\/playbook$/ },
  { name: 'replay', pattern: /^\/replay\/([0-9a-f-]{36})$/, params: ['log'] },
  { name: 'report', pattern: /^\/report$/ },
  { name: 'actions', pattern: /^\/actions$/ },
];

/** Those that need nobody to be signed in. */
export const OPEN = new Set(['join', 'report']);

export function match(path) {
  for (const { name, pattern, params = [] } of ROUTES) {
    const found = pattern.exec(path);
    if (found) return { name, params: Object.fromEntries(params.map((param, n) => [param, found[n + 1]])) };
  }
  return null;
}

export class Router {
  changed = new Signal();

  start() {
    addEventListener('popstate', () => this.changed.emit());
    document.addEventListener('click', (event) => this.#click(event));
  }

  get current() {
    return match(location.pathname);
  }

  go(path, { replace = false } = {}) {
    history[replace ? 'replaceState' : 'pushState'](null, '', path);
    this.changed.emit();
  }

  #click(event) {
    const link = event.target.closest?.('a[href]');
    if (!link || event.defaultPrevented || event.button || event.metaKey || event.ctrlKey || event.shiftKey) return;
    if (link.origin !== location.origin || link.target || link.hasAttribute('download')) return;
    if (!match(link.pathname)) return;
    event.preventDefault();
    this.go(link.pathname + link.search + link.hash);
  }
}
