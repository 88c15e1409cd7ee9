/**
 * Parts of a page that its first sight can do without. Each is fetched when it is first to be drawn, and all of them once
 * its member touches the page, so that a line lost later costs none. The page hands the table down: a part may draw with
 * what drew it, and nothing imports in a circle.
 *
 *     const parts = new Later({ name: () => import('./….js').then(it => it.draw) })
 *     parts.get(app, name)              the function that draws the part, or null while it is on its way; the page is
 *                                       drawn again when it has come
 *     parts.without(app, name)          what stands in its place meanwhile, or when it is not to be had
 *     parts.fetchAtFirstTouch(app)      → function that stops waiting for the touch
 */
import { Source } from '../core/source.js';
import { h } from './dom.js';
import { t } from './words.js';

export class Later {
  #table;
  #here = new Map();
  #coming = new Set();
  #failed = new Set();
  #come = new Source();

  constructor(table) {
    this.#table = table;
  }

  get(app, name) {
    this.#come.read();
    if (!this.#here.has(name) && !this.#failed.has(name)) this.#fetch(app, name);
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

  fetchAtFirstTouch(app) {
    const begun = new AbortController();
    const touched = () => {
      begun.abort();
      for (const name of Object.keys(this.#table)) this.get(app, name);
    };
    const options = { signal: begun.signal, capture: true };
    for (const type of ['pointerdown', 'keydown']) addEventListener(type, touched, options);
    return () => begun.abort();
  }

  async #fetch(app, name) {
    if (this.#coming.has(name) || this.#here.has(name)) return;
    this.#coming.add(name);
    this.#failed.delete(name);
    try {
      this.#here.set(name, await this.#table[name]());
    } catch {
      this.#failed.add(name);
      addEventListener('online', () => this.#fetch(app, name), { once: true });
    } finally {
      this.#coming.delete(name);
      this.#come.touch();
      app.draw();
    }
  }
}
