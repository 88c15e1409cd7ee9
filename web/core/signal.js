/**
 * Something happened, for whoever listens. `on` returns the function that stops listening. Whoever has `read` it in a build
 * (source.js) depends on what it tells of.
 */
import { Source } from './source.js';

export class Signal {
  #listeners = new Set();
  #source = new Source();

  on(listener) {
    this.#listeners.add(listener);
    return () => this.#listeners.delete(listener);
  }

  read() {
    this.#source.read();
  }

  emit(...news) {
    this.#source.touch();
    for (const listener of [...this.#listeners]) listener(...news);
  }
}
