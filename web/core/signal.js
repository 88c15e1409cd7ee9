/** Something happened, for whoever listens. `on` returns the function that stops listening. */
export class Signal {
  #listeners = new Set();

  on(listener) {
    this.#listeners.add(listener);
    return () => this.#listeners.delete(listener);
  }

  emit(...news) {
    for (const listener of [...this.#listeners]) listener(...news);
  }
}
