/**
 * What was chosen by hand for one file, and the two lines that tell the server. Pure.
 *
 *     const choices = new Choices()
 *     choices.choose(kind, key, choice) · choices.forget(kind, key) · choices.of(kind, key)
 *     choices.line(name)                              what the preview is asked with
 *     choices.agreed(name, { kinds, state })          what the import is asked with
 *
 * A choice: `{ meaning, unit?, style? }`, as the preview tells them. What is not chosen is left to the file.
 */
export class Choices {
  /** By kind, then by the header's key. */
  mapping = {};
  /** Which parts are stored, where that was said: by kind, true or false. */
  taken = {};
  /** The one kind that is looked for, where the file was not recognised by itself. */
  kind = null;
  /** Of a file with the rows of several shows, the one that is meant. */
  row = null;
  /**
   * By row of a list: `new`, `skip` or the log of a show. Under `undated` what becomes of questions without a time, under
   * `otherDay` that what is of another day is stored all the same.
   */
  answers = {};
  mergeFalseStarts = false;
  skipBad = false;
  remember = true;

  choose(kind, key, choice) {
    (this.mapping[kind] ??= {})[key] = choice;
  }

  forget(kind, key) {
    delete this.mapping[kind]?.[key];
    if (this.mapping[kind] && Object.keys(this.mapping[kind]).length === 0) delete this.mapping[kind];
  }

  of(kind, key) {
    return this.mapping[kind]?.[key];
  }

  /** Columns of `kinds` that were chosen by hand. */
  count(kinds = Object.keys(this.mapping)) {
    return kinds.reduce((sum, kind) => sum + Object.keys(this.mapping[kind] ?? {}).length, 0);
  }

  /** Whether anything would have to be chosen again. */
  get isMade() {
    return this.count() + Object.keys(this.answers).length + Object.keys(this.taken).length > 0 || this.row !== null;
  }

  line(name) {
    return {
      name,
      ...(this.kind && { kind: this.kind }),
      ...(this.count() > 0 && { mapping: this.mapping }),
      ...(this.row !== null && { row: this.row }),
      ...(Object.keys(this.answers).length > 0 && { answers: this.answers }),
      ...(this.mergeFalseStarts && { mergeFalseStarts: true }),
    };
  }

  agreed(name, { kinds, state }) {
    return {
      ...this.line(name),
      kinds,
      state,
      skipBad: this.skipBad,
      remember: this.remember,
    };
  }
}

export const sameMeaning = (one, other) =>
  one.metric === other.metric && one.field === other.field && Boolean(one.series) === Boolean(other.series) &&
  Boolean(one.ignored) === Boolean(other.ignored);

/** The column as it stands, with one thing about it changed: what was not asked for stays as it is shown. */
export function changed({ meaning, unit, style = {} }, { unit: otherUnit = unit, style: otherStyle = {} }) {
  const whole = { ...style, ...otherStyle };
  return {
    meaning: meaning.ignored ? { ignored: 'chosen' } : meaning,
    ...(otherUnit && { unit: otherUnit }),
    ...(Object.keys(whole).length > 0 && { style: whole }),
  };
}
