/**
 * What has been typed and not yet submitted, by field, kept across reload.
 *
 *     h('textarea', { ...drafts.field('question'), ...onEnter(send) })
 *     drafts.read(key) · drafts.write(key, text) · drafts.clear(key)
 *
 * A key names the field and what it is about: `answer:<question id>`. Drafts unseen for 30 days are dropped.
 */
const PREFIX = 'draft:';
const MONTH = 30 * 86_400_000;

export class Drafts {
  #storage;
  #now;
  #texts = new Map();

  constructor(storage = globalThis.localStorage, now = Date.now) {
    this.#storage = storage;
    this.#now = now;
  }

  read(key) {
    if (!this.#texts.has(key)) this.#texts.set(key, this.#kept(PREFIX + key)?.text ?? '');
    return this.#texts.get(key);
  }

  write(key, text) {
    this.#texts.set(key, text);
    try {
      if (text === '') this.#storage.removeItem(PREFIX + key);
      else this.#storage.setItem(PREFIX + key, JSON.stringify({ text, at: this.#now() }));
    } catch {
      // Storage refused or full: the text is still in the field.
    }
  }

  clear(key) {
    this.write(key, '');
  }

  /** Props that tie a text field to its draft; `typed(text)` hears every change. */
  field(key, typed) {
    return {
      value: this.read(key),
      oninput: event => {
        this.write(key, event.currentTarget.value);
        typed?.(event.currentTarget.value);
      },
    };
  }

  sweep() {
    try {
      for (const name of Object.keys(this.#storage)) {
        if (name.startsWith(PREFIX) && !(this.#now() - this.#kept(name)?.at < MONTH)) this.#storage.removeItem(name);
      }
    } catch {
      // Nothing to sweep.
    }
  }

  #kept(name) {
    try {
      return JSON.parse(this.#storage.getItem(name));
    } catch {
      return null;
    }
  }
}
