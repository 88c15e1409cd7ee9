/**
 * What has been typed and not yet submitted, by member and field, kept across reload.
 *
 *     h('textarea', { ...drafts.field('question'), ...onEnter(send) })
 *     drafts.read(key) · drafts.write(key, text) · drafts.clear(key)
 *     drafts.type(key, text) · drafts.revision(key)     for a field that is tied by hand (ui/dom.js)
 *     drafts.open(member)      whose they are; null: nobody is signed in
 *     drafts.lasting           false while something typed is on this page alone; drafts.changed.on(…)
 *
 * A key names the field and what it is about: `answer:<question id>`. A draft belongs to whoever wrote it: on a computer
 * that is shared the next one does not find it. Drafts unseen for 30 days are dropped.
 */
import { local } from '../core/local.js';
import { Signal } from '../core/signal.js';

const PREFIX = 'draft/';
/** Until there were members' own: they belong to whoever was signed in then. */
const ANYBODYS = 'draft:';
const MONTH = 30 * 86_400_000;

export class Drafts {
  #storage;
  #now;
  #member = null;
  #texts = new Map();
  #fleeting = new Set();
  changed = new Signal();
  #revisions = new Map();

  constructor(storage = local, now = Date.now) {
    this.#storage = storage;
    this.#now = now;
  }

  get member() {
    return this.#member;
  }

  get lasting() {
    return this.#fleeting.size === 0;
  }

  /** What was typed before it was known who writes is theirs. */
  open(member) {
    if (member === this.#member) return;
    const early = this.#member === null ? [...this.#texts] : [];
    this.#member = member;
    this.#texts.clear();
    this.#fleeting.clear();
    for (const [key, text] of early) {
      if (text === '') continue;
      this.#storage.removeItem(`${PREFIX}/${key}`);
      if (this.read(key) === '') this.write(key, text);
    }
  }

  /** Those kept under nobody's name become the member's who was signed in when they were written. */
  inherit() {
    for (const name of this.#storage.names()) {
      if (!name.startsWith(ANYBODYS)) continue;
      const kept = this.#storage.getItem(name);
      this.#storage.removeItem(name);
      this.#storage.setItem(this.#name(name.slice(ANYBODYS.length)), kept);
    }
  }

  read(key) {
    if (!this.#texts.has(key)) this.#texts.set(key, this.#kept(this.#name(key))?.text ?? '');
    return this.#texts.get(key);
  }

  /** What the page puts there itself: it shows even in the field that has the focus. */
  write(key, text, options) {
    this.type(key, text, options);
    this.#revisions.set(key, this.revision(key) + 1);
  }

  /** What its writer types. `words: false` for what merely stands beside them, such as a choice: kept as they are, and not missed. */
  type(key, text, { words = true } = {}) {
    const name = this.#name(key);
    const { lasting } = this;
    this.#texts.set(key, text);
    this.#fleeting.delete(key);
    if (text === '') this.#storage.removeItem(name);
    else if (!this.#storage.setItem(name, JSON.stringify({ text, at: this.#now() })) && words) this.#fleeting.add(key);
    if (lasting !== this.lasting) this.changed.emit();
  }

  clear(key) {
    this.write(key, '');
  }

  revision(key) {
    return this.#revisions.get(key) ?? 0;
  }

  /** Props that tie a text field to its draft; `typed(text)` hears every change. */
  field(key, typed) {
    return {
      value: this.read(key),
      revision: this.revision(key),
      oninput: event => {
        this.type(key, event.currentTarget.value);
        typed?.(event.currentTarget.value);
      },
    };
  }

  /** What `member` has half written, as [name, text]; `forget(name)` drops it. For whoever cannot go back to its field. */
  of(member) {
    const own = `${PREFIX}${member}/`;
    return this.#storage.names().filter(name => name.startsWith(own)).map(name => [name, this.#kept(name)?.text ?? '']);
  }

  forget(name) {
    this.#storage.removeItem(name);
    this.changed.emit();
  }

  sweep() {
    for (const name of this.#storage.names()) {
      const isDraft = name.startsWith(PREFIX) || name.startsWith(ANYBODYS);
      if (isDraft && !(this.#now() - this.#kept(name)?.at < MONTH)) this.#storage.removeItem(name);
    }
  }

  #name(key) {
    return `${PREFIX}${this.#member ?? ''}/${key}`;
  }

  #kept(name) {
    try {
      return JSON.parse(this.#storage.getItem(name));
    } catch {
      return null;
    }
  }
}
