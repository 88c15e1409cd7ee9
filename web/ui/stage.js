/**
 * The view that is shown. One that is still on its way says so at once, with its title; one that cannot be had says that,
 * and is tried again when the network is back.
 *
 *     const stage = new Stage(app, shown)      `shown()` is called whenever another view stands
 *     stage.open({ name, params })             `view.key` tells views apart that are the same page
 *     stage.view · stage.key
 */
import { h } from './dom.js';
import { icon } from './icon.js';
import { wear } from './load.js';
import { statusDot } from './status.js';
import { fetchView, isSoon, message } from './views.js';
import { t } from './words.js';

export class Stage {
  #app;
  #shown;
  #opened = 0;
  view = null;
  key = 0;

  constructor(app, shown) {
    this.#app = app;
    this.#shown = shown;
  }

  async open({ name, params }) {
    const number = ++this.#opened;
    const isLatest = () => number === this.#opened;
    const coming = fetchView(name);
    if (this.view && !(await isSoon(coming)) && isLatest()) this.#show(number, null, () => this.#waiting(name, params));
    let module;
    try {
      module = await coming;
    } catch {
      if (isLatest()) {
        this.#show(number, null, () => this.#unreachable(() => isLatest() && this.open({ name, params })));
      }
      return;
    }
    if (!isLatest()) return;
    this.#show(number, name, () => module.open(this.#app, params));
    scrollTo(0, 0);
  }

  #show(number, name, open) {
    this.view?.close?.();
    wear(name);
    this.view = open();
    this.key = this.view.key ?? number;
    this.#shown();
  }

  #waiting(name, { log }) {
    const { listed } = this.#app;
    const title = log ? (listed.room(log) ?? listed.show(log))?.title : t(`opening.${name}`);
    return {
      key: 'opening',
      title: () => title,
      render: () => [
        h(
          'header',
          { class: 'bar' },
          h('a', { class: 'button quiet icon-only', href: '/', 'aria-label': t('toLobby') }, icon('back')),
          h('h1', { class: 'grow' }, title),
          statusDot(this.#app),
        ),
        h('main', { class: 'message', 'aria-busy': 'true' }, h('p', { class: 'quiet-text' }, t('loading'))),
      ],
    };
  }

  #unreachable(again) {
    const stop = this.#app.connection.changed.on((state) => state === 'live' && again());
    addEventListener('online', again, { once: true });
    return { ...message(t('app.unreachable')), close: () => (stop(), removeEventListener('online', again)) };
  }
}
