/**
 * One record being changed by its member: what stands in the fields, what others have made of it meanwhile, and what is
 * sent, which is what they changed. The fields are a draft until it is saved or dropped.
 *
 *     const edit = new Edit(app, { log, op: 'issue.edit', record, begin: ({ text }) => ({ text }) });
 *     edit.fields · edit.change(part)
 *     edit.newer(record, item)             the record where it is not what the editing began with any more, or null
 *     edit.command(written, newer)         `{ args, options }` for `app.submit`, or null where nothing was changed
 *     edit.send(written, { newer, item, overtaken })
 *     edit.forget()
 *
 * `begin`: what stands in the fields of a record. `written`: the record's own fields, as they are to be. An empty one takes
 * away what was there, where the command can; elsewhere it says nothing. Without a `record` there is nothing to differ from.
 */
import { Value } from '../core/source.js';
import { ACTS } from '../core/wire.js';

export class Edit {
  #app;
  #log;
  #op;
  #draft;
  #begin;
  #forgotten;
  #fields;
  /** What stands in the fields where nobody has changed it by hand. */
  #untouched;
  /** The record as it was when the editing began. */
  begun;

  constructor(app, { log, op, record = null, draft = `edit:${record.id}`, begin, forgotten = () => {} }) {
    const { begun, on, ...kept } = fieldsIn(app.drafts.read(draft));
    // Of a draft that an earlier page left, it is known of when it was, not what it was.
    this.begun = begun ?? (on === undefined ? record ?? {} : { ...record, edited: on });
    this.#untouched = begin(this.begun);
    this.#fields = new Value({ ...this.#untouched, ...kept });
    this.#app = app;
    this.#log = log;
    this.#op = op;
    this.#draft = draft;
    this.#begin = begin;
    this.#forgotten = forgotten;
  }

  get fields() {
    return this.#fields.value;
  }

  /** `quietly`: as it is typed, and stands in its field already. */
  change(part, { quietly = false } = {}) {
    this.#fields.value = { ...this.#fields.value, ...part };
    const byHand = Object.entries(this.fields).filter(([name, value]) => !isSame(value, this.#untouched[name]));
    const draft = { ...Object.fromEntries(byHand), begun: this.begun };
    this.#app.drafts.type(this.#draft, byHand.length > 0 ? JSON.stringify(draft) : '');
    if (!quietly) this.#app.draw();
  }

  newer(record, item) {
    const told = conflictOf(item);
    const isNewer = record.edited !== this.begun.edited &&
      namesOf(this.#op).some((name) => !isSame(record[name], this.begun[name]));
    const newer = told ?? (isNewer ? record : null);
    if (newer) this.#follow(newer);
    return newer;
  }

  /** Fields that nobody has changed by hand show what others have made of them: what is saved is what is seen. */
  #follow(newer) {
    const now = this.#begin(newer);
    const behind = Object.keys(now).filter((name) =>
      isSame(this.fields[name], this.#untouched[name]) && !isSame(now[name], this.#untouched[name])
    );
    if (behind.length === 0) return;
    const part = Object.fromEntries(behind.map((name) => [name, now[name]]));
    this.#untouched = { ...this.#untouched, ...part };
    this.#fields.value = { ...this.fields, ...part };
  }

  command(written, newer = null) {
    const base = newer ?? this.begun;
    const args = changesOf(this.#op, base, written, this.begun);
    const { target } = ACTS[this.#op];
    if (args === null) return null;
    return target ? { args: { [target]: base.id, ...args }, options: { on: base.edited } } : { args, options: {} };
  }

  /** `item`: an attempt that was refused, in whose place this one comes. `overtaken()`: someone else was faster. */
  send(written, { newer, item, overtaken }) {
    const command = this.command(written, newer);
    if (item?.state === 'refused') this.#app.outbox.dismiss(item.id);
    if (command === null) return this.forget();
    const sent = this.#app.submit(this.#log, this.#op, command.args, command.options);
    sent.answer.then(({ saved, code }) => {
      if (saved) this.forget();
      else if (code === 'conflict') overtaken();
    });
  }

  forget() {
    this.#app.drafts.clear(this.#draft);
    this.#forgotten();
  }
}

/** What a draft of fields holds. One that an earlier page left is the text alone. */
export function fieldsIn(draft) {
  try {
    const fields = JSON.parse(draft || '{}');
    if (fields !== null && typeof fields === 'object') return fields;
  } catch {
    // words
  }
  return { text: draft };
}

/** The newer record that a refused edit ran into, or null. */
export const conflictOf = (item) =>
  item?.state === 'refused' && item.code === 'conflict' ? (item.detail?.newer ?? null) : null;

/**
 * What is to be sent of `written`: only what differs from `record`, and of that only what was changed by hand: what differs
 * from what was `begun` with. Null when nothing does.
 */
export function changesOf(op, record, written, begun = record) {
  const { fields } = ACTS[op];
  const changed = {};
  for (const [name, value] of Object.entries(written)) {
    if (isSame(record[name], value) || isSame(begun[name], value)) continue;
    if (!isEmpty(value)) changed[name] = value;
    else if (fields[name].clear) changed[name] = '';
  }
  return Object.keys(changed).length > 0 ? changed : null;
}

const namesOf = (op) => Object.keys(ACTS[op].fields).filter((name) => name !== ACTS[op].target);
const isEmpty = (value) => value === undefined || value === null || value === '';
const isSame = (one, other) =>
  (isEmpty(one) && isEmpty(other)) || JSON.stringify(one ?? null) === JSON.stringify(other ?? null);
