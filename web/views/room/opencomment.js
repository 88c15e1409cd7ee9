/** What of a card's discussion is open on this page: the comment that is edited, and the one whose words are all shown. */
import { Value } from '../../core/source.js';

export class OpenComment {
  #draw;
  #edited = new Value(null);
  #unfolded = new Value(null);

  constructor(draw) {
    this.#draw = draw;
  }

  /** The change of a comment (ui/edit.js) whose editor is open, or null. */
  get edited() {
    return this.#edited.value;
  }

  /** Of which also the words are shown that nobody has said. */
  get unfolded() {
    return this.#unfolded.value;
  }

  edit(change) {
    this.#edited.value = change;
    this.#draw();
  }

  unfold(comment) {
    this.#unfolded.value = this.#unfolded.value === comment ? null : comment;
    this.#draw();
  }

  close() {}
}

export const openCommentOf = ({ app, ui }) => ui.kept('openComment', () => new OpenComment(() => app.draw()));
