/**
 * Parts of a page that its first sight can do without, with the sheets and words that only they need. Each is fetched when
 * it is first to be drawn, and all of them once its member touches the page or it has stood for a while, so that a line
 * lost later costs none. The page hands the table down: a part may draw with what drew it, and nothing imports in a circle.
 *
 *     const parts = new Later({ name: { load: () => import('./….js').then(it => it.draw), sheets: […], words: […] } })
 *     parts.get(app, name)              the function that draws the part, or null while it is on its way; the page is
 *                                       drawn again when it has come
 *     parts.has(name)                   whether there is such a part at all
 *     parts.isHere(name)                whether it has come
 *     await parts.whenHere(app, name)   the same for what is not drawn; null when it is not to be had
 *     parts.without(app, name)          what stands in its place meanwhile, or when it is not to be had
 *     parts.fetchSoon(app)              → function that stops waiting for the touch
 */
import { Source } from '../core/source.js';
import { h } from './dom.js';
import { loadSheet } from './load.js';
import { loadWords, t } from './words.js';

/** A first sight on a slow line has the line for itself. */
const STOOD = 5_000;
const whenIdle = globalThis.requestIdleCallback ?? ((run) => run());

export class Later {
  #table;
  #here = new Map();
  #coming = new Map();
  #failed = new Set();
  #come = new Source();
  /** Those that the page waits for. */
  #missed = new Set();

  constructor(table) {
    this.#table = table;
  }

  get(app, name) {
    this.#come.read();
    if (this.#here.has(name)) return this.#here.get(name);
    this.#missed.add(name);
    if (!this.#failed.has(name)) this.#fetch(app, name);
    return null;
  }

  /** Whether it has come. */
  isHere(name) {
    return this.#here.has(name);
  }

  has(name) {
    return name in this.#table;
  }

  async whenHere(app, name) {
    await this.#fetch(app, name);
    return this.#here.get(name) ?? null;
  }

  without(app, name) {
    this.#come.read();
    if (!this.#failed.has(name)) return h('p', { class: 'empty' }, t('loading'));
    return h(
      'p',
      { class: 'empty', role: 'alert' },
      t('app.unreachable'),
      ' ',
      h('button', { class: 'small', onclick: () => this.#fetch(app, name) }, t('status.again')),
    );
  }

  fetchSoon(app) {
    const begun = new AbortController();
    const fetchAll = () => {
      if (begun.signal.aborted) return;
      begun.abort();
      for (const name of Object.keys(this.#table)) this.#fetch(app, name);
    };
    const options = { signal: begun.signal, capture: true };
    for (const type of ['pointerdown', 'keydown']) addEventListener(type, fetchAll, options);
    setTimeout(() => whenIdle(fetchAll), STOOD);
    return () => begun.abort();
  }

  #fetch(app, name) {
    if (!this.#here.has(name) && !this.#coming.has(name)) this.#coming.set(name, this.#bring(app, name));
    return this.#coming.get(name);
  }

  async #bring(app, name) {
    this.#failed.delete(name);
    try {
      const { load, sheets = [], words } = this.#table[name];
      const [draw] = await Promise.all([load(), loadWords(words), ...sheets.map(loadSheet)]);
      this.#here.set(name, draw);
    } catch {
      this.#failed.add(name);
      addEventListener('online', () => this.#fetch(app, name), { once: true });
    } finally {
      this.#coming.delete(name);
      this.#come.touch();
    }
    if (this.#missed.has(name)) app.draw();
  }
}
