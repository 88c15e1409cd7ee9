/**
 * What a build reads notes itself, so that nobody has to say what it depends on.
 *
 *     class … { #at = new Value(null); get at() { return this.#at.value; } }     noted when read, told when written
 *     const notes = new Notes();
 *     notes.take(build) → its result       what is read meanwhile is noted
 *     notes.hold                           whether nothing of it has changed since
 *     notes.tell()                         to whatever notes at this moment: it depends on the same
 *
 * A source is what changes as one: a value, a record, all records of a kind. Time, the document and plain objects are none:
 * what depends on them is worked out outside of a build and given to it. Nobody is called back.
 */
let changes = 0;
let builds = 0;
/** What the build that runs has read so far, `{ number, sources }`; null where nobody notes. */
let noted = null;

export class Source {
  /** Which of all changes was its last. */
  changed = 0;
  /** By which build it was noted last: a build reads most of its sources many times. */
  #noted = 0;

  /** `origin`: what says by `settled()` whether it has changed, where that is worked out only when it is asked for. */
  constructor(origin = null) {
    this.origin = origin;
  }

  read() {
    if (noted === null || this.#noted === noted.number) return;
    this.#noted = noted.number;
    noted.sources.push(this);
  }

  touch() {
    this.changed = ++changes;
  }
}

export class Value {
  #value;
  #source = new Source();

  constructor(value) {
    this.#value = value;
  }

  get value() {
    this.#source.read();
    return this.#value;
  }

  set value(value) {
    if (Object.is(value, this.#value)) return;
    this.#value = value;
    this.#source.touch();
  }
}

/** A source for each key that has been read in a build. */
export class Keys {
  #sources = new Map();
  #make;

  constructor(make = () => new Source()) {
    this.#make = make;
  }

  read(key) {
    if (noted === null) return;
    let source = this.#sources.get(key);
    if (!source) this.#sources.set(key, source = this.#make(key));
    source.origin?.settled(); // whoever reads it from now on knows it as it is now
    source.read();
  }

  touch(key) {
    this.#sources.get(key)?.touch();
  }

  touchAll() {
    for (const source of this.#sources.values()) source.touch();
  }
}

/** One of many, or none: who asks whether it is a certain one hears only of that. */
export class Choice {
  #key = null;
  #any = new Source();
  #keys = new Keys();

  get key() {
    this.#any.read();
    return this.#key;
  }

  is(key) {
    this.#keys.read(key);
    return this.#key === key;
  }

  choose(key) {
    const before = this.#key;
    if (key === before) return;
    this.#key = key;
    this.#any.touch();
    this.#keys.touch(before);
    this.#keys.touch(key);
  }
}

export class Notes {
  #sources = [];
  #at = 0;

  take(build) {
    const outer = noted;
    const own = (noted = { number: ++builds, sources: [] });
    this.#at = changes;
    try {
      return build();
    } finally {
      noted = outer;
      this.#sources = own.sources;
    }
  }

  get hold() {
    if (this.#at === changes) return true;
    const now = changes;
    for (const source of this.#sources) {
      if (source.origin !== null) source.origin.settled();
      if (source.changed > this.#at) return false;
    }
    this.#at = now;
    return true;
  }

  tell() {
    if (noted !== null) { for (const source of this.#sources) source.read(); }
  }

  /** The last change of any of it. */
  get newest() {
    return this.#sources.reduce((newest, { changed }) => Math.max(newest, changed), 0);
  }
}
