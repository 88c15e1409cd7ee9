/**
 * One file on its way in: read, shown, agreed, stored. Nothing is stored before `store()`.
 *
 *     const bringing = new Bringing(app, { where, channels, prefers })
 *     bringing.take(file) · bringing.takeText(text) · bringing.paste()
 *     bringing.phase     'paste' a table is to be pasted · 'where' a channel is to be chosen · 'reading' · 'shown' · 'failed'
 *                        · 'storing' · 'stored'
 *     bringing.isSent    a request to store it was lost: whether anything of it is stored nobody can say
 *     bringing.change(change)      changes the choices; `asks: true` where the preview may look otherwise after it
 */
import { api } from '../../core/http.js';
import { asks, kindsOf } from './asking.js';
import { Choices } from './choices.js';
import { address, Asking, isLost, LARGEST, packed } from './request.js';
import { Taking } from './taking.js';

export class Bringing {
  #app;
  #bytes = null;
  #asking;
  #stopped = false;
  #standing = null;
  #lost = null;
  phase = 'paste';
  name = '';
  choices = new Choices();
  /** The newest answer, and the order in which its columns stand. */
  preview = null;
  seen = {};
  /** By kind, the rows that could be chosen and whether none was of this show's day: a choice can be changed again. */
  rows = {};
  fault = null;
  /** A word that stands above the preview: `changed`, `asks`. */
  note = null;
  result = null;
  /** The show's goals when it was stored, by metric. */
  goalsBefore = {};
  taking = null;
  /** The part that is looked at, and the cell whose choice is open. */
  part = null;
  open = null;
  leaving = false;
  /** What was brought meanwhile, and waits for the word; whether others came with the file, of which only it is read. */
  next = null;
  isOneOf = false;
  pasted = '';

  /** `where`: `{ log }` of a show, or `{ channel }`, null while it has not been said which of `channels` it is. */
  constructor(app, { where, channels = [], prefers = [] }) {
    this.#app = app;
    this.where = where;
    this.channels = channels;
    this.prefers = prefers;
    this.#asking = new Asking({
      send: (line, signal) => api(address('preview', this.where), { bytes: packed(line, this.#bytes), signal }),
      told: (answer) => this.#told(answer),
    });
  }

  get isList() {
    return 'channel' in this.where;
  }

  /** In whose log the file is kept. */
  get log() {
    return this.where.log ?? this.#app.directory.get('channel', this.where.channel)?.log;
  }

  get asks() {
    return this.#asking.busy;
  }

  get kinds() {
    return this.preview ? kindsOf(this.preview, this.choices, this.prefers) : [];
  }

  get isSent() {
    return this.#lost !== null;
  }

  get unanswered() {
    return this.preview ? asks(this.preview, this.choices, this.prefers) : [];
  }

  /** Whether leaving takes away something that somebody made. */
  get isMade() {
    return (this.phase === 'shown' && this.choices.isMade) || (this.phase === 'paste' && this.pasted.trim() !== '');
  }

  // The file

  async take(file) {
    this.#anew(file.name ?? '');
    if (file.size > LARGEST) return this.#fail({ code: 'tooBig', detail: { limit: LARGEST } });
    try {
      const bytes = await file.arrayBuffer();
      if (this.#stopped) return;
      this.#bytes = bytes;
    } catch {
      return this.#fail({ code: 'unreadableFile' });
    }
    if (this.#bytes.byteLength === 0) return this.#fail({ code: 'empty' });
    this.#begin();
  }

  takeText(text) {
    this.#anew('');
    const bytes = new TextEncoder().encode(text);
    if (bytes.length > LARGEST) return this.#fail({ code: 'tooBig', detail: { limit: LARGEST } });
    this.#bytes = bytes;
    this.pasted = text;
    if (text.trim() === '') return this.#fail({ code: 'empty' });
    this.#begin();
  }

  paste() {
    this.#anew('');
    this.phase = 'paste';
    this.#app.draw();
  }

  #anew(name) {
    this.#asking.stop();
    Object.assign(this, {
      name,
      phase: 'reading',
      choices: new Choices(),
      preview: null,
      seen: {},
      rows: {},
      fault: null,
    });
    Object.assign(this, { note: null, result: null, taking: null, part: null, open: null, leaving: false });
    this.#bytes = this.#lost = null;
    this.#app.draw();
  }

  #begin() {
    this.phase = this.isList && !this.where.channel ? 'where' : 'reading';
    if (this.phase === 'reading') this.#ask();
    this.#app.draw();
  }

  chooseChannel(channel) {
    this.where = { channel };
    this.choices.answers = {};
    if (this.phase === 'where') this.phase = 'reading';
    this.#ask();
    this.#app.draw();
  }

  /** Whatever kind of table it is taken for: where the file did not say it. */
  chooseKind(kind) {
    Object.assign(this.choices, { kind, taken: {}, row: null });
    Object.assign(this, { phase: 'reading', preview: null, rows: {}, part: null, open: null, fault: null });
    this.#ask();
    this.#app.draw();
  }

  // The preview

  change(change, { asks = false } = {}) {
    change(this.choices);
    this.note = null;
    if (this.fault?.stored) this.fault = null;
    if (asks) this.#ask();
    this.#app.draw();
  }

  askAgain() {
    if (this.phase === 'failed') this.phase = 'reading';
    this.fault = null;
    this.#ask();
    this.#app.draw();
  }

  #ask() {
    this.#asking.ask(this.choices.line(this.name));
  }

  #told({ preview, fault, again }) {
    if (this.#stopped || this.phase === 'storing' || this.phase === 'stored') return;
    if (preview) {
      this.preview = preview;
      for (const part of preview.parts) this.#keepRows(part);
      this.fault = null;
      this.phase = 'shown';
      if (!preview.parts.some(({ kind }) => kind === this.part)) this.part = this.kinds[0] ?? preview.parts[0]?.kind;
      if (preview.parts.length === 0) return this.#fail({ code: 'unrecognised' });
    } else if (this.preview || again) {
      this.fault = { ...told(fault), again };
    } else {
      return this.#fail(fault);
    }
    this.#app.draw();
  }

  #keepRows({ kind, choices = [], doubts = [] }) {
    const isOtherDay = this.choices.row === null ? doubts.includes('otherDay') : this.rows[kind]?.isOtherDay;
    this.rows[kind] = { choices: choices.length > 0 ? choices : this.rows[kind]?.choices ?? [], isOtherDay };
  }

  #fail(fault) {
    this.fault = told(fault);
    this.phase = 'failed';
    this.preview = null;
    this.#app.draw();
  }

  /** The file with these very bytes that stands already, all of it or as much as was stored of it. */
  standing() {
    const file = this.preview.known ?? this.preview.unfinished;
    if (this.#standing?.file !== file) this.#standing = new Taking(this.#app, this.log, file);
    return this.#standing;
  }

  // Storing

  async store() {
    if (this.phase !== 'shown') return;
    this.phase = 'storing';
    const line = this.#agreed();
    this.goalsBefore = this.#goals();
    this.note = this.open = this.fault = null;
    this.#asking.stop();
    this.#app.draw();
    try {
      this.result = await api(address('import', this.where), { bytes: packed(line, this.#bytes) });
      this.phase = 'stored';
      this.taking = new Taking(this.#app, this.log, this.result.file, { isMine: true });
    } catch (fault) {
      this.#notStored(told(fault), line);
    }
    if (!this.#stopped) this.#app.draw();
  }

  /** After a lost request the very same again, which makes nothing twice and finishes what was begun. */
  #agreed() {
    if (this.fault?.stored && this.#lost) return this.#lost;
    return this.choices.agreed(this.name, { kinds: this.kinds, state: this.preview.state });
  }

  #goals() {
    const goals = this.where.log ? this.#app.records.log(this.where.log).all?.('goal') ?? [] : [];
    return Object.fromEntries(goals.map(({ metric, value }) => [metric, value]));
  }

  /** What stood and stands of every goal that is another since it was stored: [{ metric, from, to }]. */
  get changedGoals() {
    const before = this.goalsBefore;
    return Object.entries(this.#goals())
      .filter(([metric, to]) => before[metric] !== undefined && before[metric] !== to)
      .map(([metric, to]) => ({ metric, from: before[metric], to }));
  }

  #notStored(fault, line) {
    this.phase = 'shown';
    if (fault.lost) this.#lost = line;
    if (fault.code === 'changed' || fault.code === 'asks' || fault.code === 'badRows') {
      this.note = fault.code;
      this.#ask();
    } else {
      this.fault = { ...fault, stored: true };
    }
  }

  stop() {
    this.#stopped = true;
    this.#asking.stop();
  }
}

/** A file of too many bytes is one thing, a table of too many rows another. */
const told = ({ code, detail, message, retryAfter, status }) => ({
  code: status === 413 ? 'tooBig' : status === 422 && code === 'tooBig' ? 'tooManyRows' : code,
  detail,
  message,
  retryAfter,
  lost: isLost({ code }),
});
