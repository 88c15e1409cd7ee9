/**
 * What the browser keeps by name (`local`, `session`), where it may be missing, refused or full. Never throws; what it
 * does not take is kept as long as the page, and `setItem` tells whether it will last.
 */
export class Local {
  #find;
  #page = new Map();

  constructor(find) {
    this.#find = find;
  }

  getItem(name) {
    if (this.#page.has(name)) return this.#page.get(name);
    return this.#attempt((kept) => kept.getItem(name)) ?? null;
  }

  /** True when it is kept beyond this page. */
  setItem(name, text) {
    const lasts = this.#attempt((kept) => (kept.setItem(name, text), true)) === true;
    if (lasts) this.#page.delete(name);
    else this.#page.set(name, text);
    return lasts;
  }

  removeItem(name) {
    this.#page.delete(name);
    this.#attempt((kept) => kept.removeItem(name));
  }

  names() {
    return [...new Set([...(this.#attempt((kept) => Object.keys(kept)) ?? []), ...this.#page.keys()])];
  }

  #attempt(run) {
    try {
      return run(this.#find());
    } catch {
      return undefined;
    }
  }
}

export const local = new Local(() => globalThis.localStorage);
export const session = new Local(() => globalThis.sessionStorage);
