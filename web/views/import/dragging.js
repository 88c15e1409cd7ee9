/**
 * A file that is dragged over the page: a zone is shown while it is, and nothing else takes it. A browser would open it in
 * the place of the page.
 */
import { h } from '../../ui/dom.js';
import { icon } from '../../ui/icon.js';
import { t } from '../../ui/words.js';

/** A browser says every few hundred milliseconds that something is still dragged over the page. */
const SILENCE = 1_000;

export class Dragging {
  #changed;
  #may;
  #isOver = false;
  #silence = null;

  constructor({ changed, may }) {
    this.#changed = changed;
    this.#may = may;
  }

  listen(signal, drop) {
    const on = (type, hear) => addEventListener(type, (event) => holdsFiles(event) && hear(event), { signal });
    for (const type of ['dragenter', 'dragover']) on(type, (event) => this.#over(event));
    on('dragleave', (event) => event.relatedTarget === null && this.#turn(false));
    on('drop', (event) => {
      event.preventDefault();
      this.#turn(false);
      if (this.#may()) drop(event);
    });
    signal.addEventListener('abort', () => clearTimeout(this.#silence));
  }

  #over(event) {
    event.preventDefault();
    event.dataTransfer.dropEffect = this.#may() ? 'copy' : 'none';
    if (this.#may()) this.#turn(true);
  }

  #turn(isOver) {
    clearTimeout(this.#silence);
    if (isOver) this.#silence = setTimeout(() => this.#turn(false), SILENCE);
    if (isOver === this.#isOver) return;
    this.#isOver = isOver;
    this.#changed();
  }

  /** In the top layer, above a dialog that is open; what is under it gets the file. */
  zone() {
    if (!this.#isOver) return null;
    return h(
      'div',
      {
        key: 'drop zone',
        class: 'drop-zone',
        popover: 'manual',
        role: 'status',
        created: (node) => node.showPopover(),
      },
      h('p', null, icon('upload'), t('bringing.drop')),
    );
  }
}

const holdsFiles = ({ dataTransfer }) => [...(dataTransfer?.types ?? [])].includes('Files');
