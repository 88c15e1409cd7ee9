/**
 * A field stays with its writer when what it was for has gone: what happened, in words, and ways to keep the text.
 *
 *     stranded(app, t('room.goneCard'), () => text, [{ words, act }, …])
 */
import { Value } from '../core/source.js';
import { copy } from './copy.js';
import { h } from './dom.js';
import { icon } from './icon.js';
import { t } from './words.js';

/** The text that was copied last. */
const copiedText = new Value(null);

/** `text` is asked for when it is copied: nothing is drawn for every letter. */
export function stranded(app, what, text, ways = []) {
  const keep = async (event) => {
    const words = text();
    copiedText.value = (await copied(words, event.currentTarget.closest('dialog') ?? document.body)) ? words : null;
    app.draw();
  };
  const done = copiedText.value && copiedText.value === text();
  return h(
    'div',
    { class: 'stranded', role: 'alert', key: 'stranded' },
    h('span', { class: 'grow' }, what),
    h(
      'button',
      { type: 'button', class: 'small', onclick: keep },
      icon(done ? 'tick' : 'copy'),
      done ? t('copied') : t('copyText'),
    ),
    ways.filter(Boolean).map(({ words, act }) =>
      h('button', { key: words, type: 'button', class: 'small quiet', onclick: act }, words)
    ),
  );
}

/** The same of a field in which nothing stands: there is nothing to keep. */
export const over = (what) => h('p', { class: 'stranded', role: 'status', key: 'over' }, what);

async function copied(words, place) {
  const node = Object.assign(document.createElement('span'), { className: 'unseen', textContent: words });
  place.append(node);
  try {
    return await copy(words, node);
  } finally {
    node.remove();
  }
}
