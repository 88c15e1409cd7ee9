/** Which issues a solution will answer, and what is chosen beside its words. */
import { Keys, Source, Value } from '../../core/source.js';

/** What is chosen beside the words of one solution, before anything is. */
const ABOUT_ONE = { kind: 'sop', owner: null, due: '' };

export class Proposing {
  #draw;
  #answered = new Set();
  #any = new Source();
  #keys = new Keys();
  #fields = new Value({ ...ABOUT_ONE, revision: 0 });

  constructor(draw) {
    this.#draw = draw;
  }

  /** `{kind, owner, due, revision}`; `revision`: how often the page itself has written its due date. */
  get fields() {
    return this.#fields.value;
  }

  answers(issue) {
    this.#keys.read(issue);
    return this.#answered.has(issue);
  }

  /** Those of `issues` that it answers. */
  answered(issues) {
    this.#any.read();
    return issues.filter(({ id }) => this.#answered.has(id));
  }

  answer(issue, isAnswered) {
    if (isAnswered) this.#answered.add(issue);
    else this.#answered.delete(issue);
    this.#any.touch();
    this.#keys.touch(issue);
    this.change({ owner: null });
  }

  change(part) {
    this.#fields.value = { ...this.#fields.value, ...part };
    this.#draw();
  }

  /** Where nobody has been chosen. */
  settleOwner(role) {
    if (this.fields.owner === null) this.#fields.value = { ...this.fields, owner: role };
  }

  /** What was chosen was about that one: a due date that stays is a promise nobody made. */
  anew() {
    this.change({ ...ABOUT_ONE, revision: this.fields.revision + 1 });
  }

  sent() {
    this.#answered.clear();
    this.#any.touch();
    this.#keys.touchAll();
    this.anew();
  }
}
