/**
 * The ways in for a file, of a view: a button that chooses one, a drop anywhere on the view, a table that is pasted, or
 * typed into a field where nothing can be pasted from a menu. All else is fetched when a file comes (importing.js).
 *
 *     const bring = entry(app, { target, may, done? })
 *     target({ on?, prefers?, channel? })    what a file is for, `on` the element it was dropped on:
 *                                            `{ where, channels?, prefers? }` (bringing.js)
 *     bring.button({ label?, prefers?, channel? })   bring.render()   the zone while something is dragged, and the import
 *     bring.fetchSoon() · bring.close()
 */
import { dialog } from '../../ui/dialog.js';
import { h } from '../../ui/dom.js';
import { icon } from '../../ui/icon.js';
import { Later } from '../../ui/later.js';
import { t } from '../../ui/words.js';
import { Dragging } from './dragging.js';

const TYPES = '.csv,.tsv,.txt,.xlsx,.xls,text/csv,text/plain';
const FIELDS = 'input, textarea, select, [contenteditable]';

const PARTS = new Later({
  importing: {
    load: () => import('./importing.js').then((it) => it.importing),
    sheets: ['/css/import/frame.css', '/css/import/columns.css', '/css/import/side.css'],
    words: ['metrics', 'live', 'import'],
  },
});

export function entry(app, { target, may, done }) {
  let brought = null;
  let shown = null;
  const begun = new AbortController();
  const dragging = new Dragging({ changed: () => app.draw(), may });

  function bring(what, wish = {}) {
    if (shown) return shown.take(what);
    brought = { what, ...target(wish) };
    app.draw();
  }

  function close() {
    brought = shown = null;
    app.draw();
    done?.();
  }

  function drop(event) {
    const [file, ...others] = event.dataTransfer.files;
    if (file) bring({ file, more: others.length > 0 }, { on: event.target });
  }

  /** Text that is pasted into a field is the field's; a page on which something else is open is not asked. */
  function paste(event) {
    const isElsewhere = !shown && document.querySelector('dialog[open]');
    if (!may() || event.defaultPrevented || isElsewhere || event.target.closest?.(FIELDS)) return;
    const [file] = event.clipboardData.files;
    const [text, html] = ['text/plain', 'text/html'].map((type) => event.clipboardData.getData(type));
    if (!/\t/.test(text) && !/<table[\s>]/i.test(html) && !file) return;
    event.preventDefault();
    bring(file && !/\t/.test(text) ? { file } : { text, html }, { on: document.activeElement });
  }

  dragging.listen(begun.signal, drop);
  addEventListener('paste', paste, { signal: begun.signal });

  /** `label`: what it brings, where a view has several; the way to paste stands beside one of them. */
  function button({ label = null, ...wish } = {}) {
    if (!may()) return null;
    return [
      h(
        'label',
        { class: 'button small file', key: 'file' },
        icon('upload'),
        label ?? t('bringing.choose'),
        h('input', {
          type: 'file',
          class: 'unseen',
          accept: TYPES,
          onchange: (event) => {
            const [file] = event.currentTarget.files;
            if (file) bring({ file }, wish);
            event.currentTarget.value = '';
          },
        }),
      ),
      !label && h(
        'button',
        { class: 'small quiet', key: 'paste', type: 'button', onclick: () => bring({ text: null }, wish) },
        icon('copy'),
        h('span', { class: 'wide' }, t('bringing.paste')),
      ),
    ];
  }

  function overlay() {
    if (!brought) return null;
    shown ??= PARTS.get(app, 'importing')?.(app, { ...brought, types: TYPES, close });
    if (shown) return shown.render();
    return dialog({ title: t('bringing.choose'), key: 'importing soon', close }, PARTS.without(app, 'importing'));
  }

  return {
    button,
    render: () => [overlay(), dragging.zone()],
    fetchSoon: () => PARTS.fetchSoon(app),
    close() {
      begun.abort();
      shown?.stop();
    },
  };
}
