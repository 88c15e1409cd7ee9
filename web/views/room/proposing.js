/** Which issues a solution will answer, and what is chosen beside its words. */
import { Value } from '../../core/source.js';

/** What is chosen beside the words of one solution, before anything is. */
const ABOUT_ONE = { kind: 'sop', owner: null, due: '', day: { next: true } };

export class Proposing {
  #draw;
  #answered = new Value(new Set());
  #fields = new Value({ ...ABOUT_ONE, revision: 0 });

  constructor(draw) {
    this.#draw = draw;
  }

  /** `{kind, owner, due, day, revision}`; `day`: when an action is due, `revision`: how often the page itself has written its due date. */
  get fields() {
    return this.#fields.value;
  }

  /** The ids of the issues that it answers. */
  get answered() {
    return this.#answered.value;
  }

  answer(issue, isAnswered) {
    const others = [...this.answered].filter((id) => id !== issue);
    this.#answered.value = new Set(isAnswered ? [...others, issue] : others);
    this.change({ owner: null });
  }

  change(part) {
    this.#fields.value = { ...this.#fields.value, ...part };
    this.#draw();
  }

  /** Where nobody has been chosen. Everyone's lane answers for nothing: then it is `otherwise`. */
  settleOwner(lane, otherwise = 'operations') {
    const owner = lane === 'all' ? otherwise : lane;
    if (this.fields.owner === null) this.#fields.value = { ...this.fields, owner };
  }

  /** What was chosen was about that one: a due date that stays is a promise nobody made. */
  anew() {
    this.change({ ...ABOUT_ONE, revision: this.fields.revision + 1 });
  }

  sent() {
    this.#answered.value = new Set();
    this.anew();
  }
}
