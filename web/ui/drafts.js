/**
 * What has been typed and not yet submitted, by member and field, kept across reload.
 *
 *     h('textarea', { ...drafts.field('question'), ...onEnter(send) })
 *     drafts.read(key) · drafts.write(key, text) · drafts.putBack(key, text) · drafts.clear(key)
 *     drafts.type(key, text) · drafts.revision(key)     for a field that is tied by hand (ui/dom.js)
 *     drafts.open(member)      whose they are; null: nobody is signed in
 *     drafts.heard(name)       another tab has changed that item of the storage
 *     drafts.lasting           false while something typed is on this page alone; drafts.changed.on(…)
 *
 * A key names the field and what it is about: `answer:<question id>`. A draft belongs to whoever wrote it: on a computer
 * that is shared the next one does not find it. Drafts unseen for 30 days are dropped.
 *
 * Each tab keeps its own, under an id that a reload finds again, and writes no other's. Where it has none it shows the
 * newest there is and takes it over with the first change: that tab is closed, or puts its words back when it hears so.
 */
import { local, session } from '../core/local.js';
import { Signal } from '../core/signal.js';
import { Keys } from '../core/source.js';
import { uuid7 } from '../core/uuid7.js';

const PREFIX = 'draft/';
/** Until there were members' own: they belong to whoever was signed in then. */
const ANYBODYS = 'draft:';
const MONTH = 30 * 86_400_000;
/** In the storage of the tab; a duplicated tab starts with the id of the other. */
const TAB = 'tab';

export class Drafts {
  #storage;
  #now;
  #member = null;
  #seat;
  #tab;
  #texts = new Map();
  /** The names under which the shown texts were found, by key, as long as they are others'. */
  #found = new Map();
  #fleeting = new Set();
  changed = new Signal();
  #revisions = new Map();
  #sources = new Keys();

  constructor(storage = local, now = Date.now, seat = session) {
    this.#storage = storage;
    this.#now = now;
    this.#seat = seat;
    this.#sit(seat.getItem(TAB) ?? uuid7());
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
    const early = this.#member === null ? [...this.#texts].map(([key, text]) => [key, text, this.#name(key)]) : [];
    this.#member = member;
    this.#sources.touchAll();
    this.#texts.clear();
    this.#found.clear();
    this.#fleeting.clear();
    for (const [key, text, name] of early) {
      if (text === '') continue;
      this.#storage.removeItem(name);
      if (this.read(key) === '') this.write(key, text);
    }
  }

  /** Those kept under nobody's name become the member's who was signed in when they were written. */
  inherit() {
    for (const name of this.#storage.names()) {
      if (!name.startsWith(ANYBODYS)) continue;
      const kept = this.#storage.getItem(name);
      this.#storage.removeItem(name);
      this.#storage.setItem(`${PREFIX}${this.#member ?? ''}/${name.slice(ANYBODYS.length)}`, kept);
    }
  }

  read(key) {
    this.#sources.read(key);
    if (!this.#texts.has(key)) this.#texts.set(key, this.#find(key));
    return this.#texts.get(key);
  }

  /** What the page puts there itself: it shows even in the field that has the focus. */
  write(key, text, options) {
    this.type(key, text, options);
    this.#revisions.set(key, this.revision(key) + 1);
  }

  /** What its writer types. `words: false` for what merely stands beside them, such as a choice: kept as they are, and not missed. */
  type(key, text, { words = true } = {}) {
    const { lasting } = this;
    this.read(key);
    this.#texts.set(key, text);
    this.#sources.touch(key);
    this.#fleeting.delete(key);
    const lasts = this.#keep(key, text);
    if (!lasts && words) this.#fleeting.add(key);
    if (lasts) this.#takeOver(key);
    if (lasting !== this.lasting) this.changed.emit();
  }

  /** Words that come back stand in front of what stands there. */
  putBack(key, text) {
    this.write(key, [text, this.read(key)].filter(Boolean).join('\n'));
  }

  clear(key) {
    this.write(key, '');
  }

  revision(key) {
    this.#sources.read(key);
    return this.#revisions.get(key) ?? 0;
  }

  /** Props that tie a text field to its draft; `typed(text)` hears every change. */
  field(key, typed) {
    return {
      value: this.read(key),
      revision: this.revision(key),
      oninput: (event) => {
        this.type(key, event.currentTarget.value);
        typed?.(event.currentTarget.value);
      },
    };
  }

  /** What the fields of one name are about, in whichever tab they were typed: of `edit:x` and `edit:y`, x and y. */
  about(field) {
    const own = `${PREFIX}${this.#member ?? ''}/${field}:`;
    const names = this.#storage.names().filter((name) => name.startsWith(own));
    return [...new Set(names.map((name) => name.slice(own.length).split('#')[0]))];
  }

  /** What `member` has half written, as [name, text]; `forget(name)` drops it. For whoever cannot go back to its field. */
  of(member) {
    const own = `${PREFIX}${member}/`;
    return this.#storage.names().filter((name) => name.startsWith(own)).map(
      (name) => [name, this.#kept(name)?.text ?? ''],
    );
  }

  forget(name) {
    this.#storage.removeItem(name);
    this.changed.emit();
  }

  /** What stands on this page is not gone because another tab took it over, or is a duplicate and writes in its place. */
  heard(name) {
    for (const [key, text] of this.#texts) {
      if (text === '' || this.#found.has(key) || this.#name(key) !== name) continue;
      const there = this.#kept(name)?.text;
      if (there === text) return;
      if (there !== undefined) this.#sit(uuid7());
      this.#keep(key, text);
      return;
    }
  }

  sweep() {
    for (const name of this.#storage.names()) {
      const isDraft = name.startsWith(PREFIX) || name.startsWith(ANYBODYS);
      if (isDraft && !(this.#now() - this.#kept(name)?.at < MONTH)) this.#storage.removeItem(name);
    }
  }

  #name(key) {
    return `${PREFIX}${this.#member ?? ''}/${key}#${this.#tab}`;
  }

  #sit(tab) {
    this.#tab = tab;
    this.#seat.setItem(TAB, tab);
  }

  #keep(key, text) {
    const name = this.#name(key);
    if (text !== '') return this.#storage.setItem(name, JSON.stringify({ text, at: this.#now() }));
    this.#storage.removeItem(name);
    return true;
  }

  /** This tab's own, or the newest another has left. Those of an earlier page bear no tab's id. */
  #find(key) {
    const own = this.#kept(this.#name(key));
    if (own) return own.text;
    const plain = `${PREFIX}${this.#member ?? ''}/${key}`;
    const left = this.#storage.names()
      .filter((name) => name === plain || name.startsWith(`${plain}#`))
      .map((name) => [name, this.#kept(name)])
      .filter(([, kept]) => kept)
      .sort(([, one], [, other]) => other.at - one.at);
    if (left.length === 0) return '';
    const [[name, { text }]] = left;
    this.#found.set(key, name);
    return text;
  }

  #takeOver(key) {
    if (!this.#found.has(key)) return;
    this.#storage.removeItem(this.#found.get(key));
    this.#found.delete(key);
  }

  #kept(name) {
    try {
      return JSON.parse(this.#storage.getItem(name));
    } catch {
      return null;
    }
  }
}
