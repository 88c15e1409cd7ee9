/** What the composer holds beside its text, kept with the draft; and who writes in it at this moment. */
import { Value } from '../../core/source.js';

/** What its writer chose last, for the next room: a choice, which nobody is told was left half written (ui/unsent.js). */
const LAST_KIND = 'issue.kind';
const KEPT = ['role', 'formerly', 'kind', 'minute', 'metric', 'anonymous', 'blind'];
/** Nobody has chosen a kind yet: one that stood there from the start went out with every first card. */
const EMPTY = { role: null, formerly: null, kind: null, minute: '', metric: null, anonymous: false, blind: false };

export class Composing {
  #app;
  #log;
  #key;
  #fields;
  #what = new Value(null);
  #isAside = new Value(false);
  #isCarried = new Value(false);
  #isPosted = new Value(false);
  #asksKind = new Value(false);
  #typedAt = -Infinity;

  constructor(app, log) {
    this.#app = app;
    this.#log = log;
    this.#key = `issue.with:${log}`;
    const { kind = null } = read(app.drafts.read(LAST_KIND));
    this.#fields = new Value({ ...EMPTY, kind, revision: 0, ...read(app.drafts.read(this.#key)) });
  }

  /** `{role, formerly, kind, minute, metric, anonymous, blind, revision}`; `revision`: how often the page wrote its minute. */
  get fields() {
    return this.#fields.value;
  }

  /** 'issue' or 'solution' while its composer has the focus, else null. */
  get what() {
    return this.#what.value;
  }

  /** An issue is to be written where a solution is the rule. */
  get isAside() {
    return this.#isAside.value;
  }

  /** The room has moved on while one writes. */
  get isCarried() {
    return this.#isCarried.value;
  }

  /** The last issue has been saved. */
  get isPosted() {
    return this.#isPosted.value;
  }

  /** It was to be sent without a kind. */
  get asksKind() {
    return this.#asksKind.value;
  }

  askKind() {
    this.#asksKind.value = true;
    this.#app.draw();
  }

  /** Whether something was typed a moment ago. */
  isBusy(within, now = performance.now()) {
    return this.what !== null && now - this.#typedAt < within;
  }

  change(part) {
    this.#fields.value = { ...this.#fields.value, ...part };
    this.#keep(this.fields);
    if (part.kind) {
      this.#app.drafts.write(LAST_KIND, JSON.stringify({ kind: part.kind }), { words: false });
      this.#asksKind.value = false;
    }
    this.#app.draw();
  }

  /** A change by the page itself: it shows in the field that has the focus as well. */
  fill(part) {
    this.change({ ...part, revision: this.fields.revision + 1 });
  }

  typed() {
    this.#typedAt = performance.now();
  }

  /** Words where there were none: what was said was about the issue before. */
  begin({ isBlind }) {
    this.#isPosted.value = false;
    this.#isCarried.value = false;
    this.change({ blind: isBlind });
  }

  attend(what) {
    if (this.#what.value === what) return;
    this.#what.value = what;
    if (what === null) this.#isCarried.value = false;
    this.#app.draw();
  }

  turnTo(what) {
    this.#isAside.value = what === 'issue';
    this.#what.value = what;
    this.#isCarried.value = false;
    this.#app.draw();
  }

  beginAside() {
    this.#isAside.value = true;
  }

  /** The room has moved. */
  carry(isMoved) {
    this.#isCarried.value = isMoved && this.#what.value !== null;
    this.#isAside.value = false;
  }

  posted(isSaved) {
    this.#isPosted.value = isSaved;
    this.#app.draw();
  }

  letGo() {
    this.#what.value = null;
    this.fill({ minute: '', metric: null });
  }

  /**
   * What was said of this card goes with it: its minute and its number. Whoever wrote it without a name writes the next one
   * so, too: a name that comes back by itself is seen when it is too late.
   */
  sent() {
    this.#isPosted.value = false;
    this.#isCarried.value = false;
    this.fill({ minute: '', metric: null });
  }

  /** The room is left: the next visit begins under one's name, unless words lie here that were to go without it. */
  close() {
    if (this.#app.drafts.read(`issue:${this.#log}`) === '') this.#keep({ ...this.fields, anonymous: false });
  }

  #keep(fields) {
    const kept = Object.fromEntries(KEPT.map((name) => [name, fields[name]]));
    this.#app.drafts.write(this.#key, JSON.stringify(kept), { words: false });
  }
}

function read(text) {
  try {
    return JSON.parse(text || '{}');
  } catch {
    return {};
  }
}
