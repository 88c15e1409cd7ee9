/** The show by keyboard: `/` writes a question, `1 2 3` turn the tabs, `?` shows the keys. */
import { dialog } from '../../ui/dialog.js';
import { h } from '../../ui/dom.js';
import { t } from '../../ui/words.js';

const FIELDS = 'input, select, textarea, dialog';

/** Returns the function that stops listening. */
export function listenForKeys({ write, turn, help }) {
  const hear = (event) => {
    if (event.ctrlKey || event.metaKey || event.altKey || event.isComposing || event.target.closest?.(FIELDS)) return;
    if (event.key === '/') write();
    else if (event.key === '?') help();
    else if (/^[1-3]$/.test(event.key)) turn(Number(event.key) - 1);
    else return;
    event.preventDefault();
  };
  document.addEventListener('keydown', hear);
  return () => document.removeEventListener('keydown', hear);
}

export function keysDialog(close, { mayLog }) {
  const rows = {
    ...(mayLog ? { '/': 'write' } : {}),
    '1 2 3': 'tabs',
    Enter: 'enter',
    'Shift + Enter': 'break',
    Esc: 'leave',
    '?': 'help',
  };
  return dialog(
    { title: t('show.keys.title'), close },
    h(
      'dl',
      { class: 'key-list' },
      Object.entries(rows).map(([key, what]) =>
        h('div', { key }, h('dt', null, h('kbd', null, key)), h('dd', null, t(`show.keys.${what}`)))
      ),
    ),
  );
}
