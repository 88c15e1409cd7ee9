/** A field for a table that is pasted, for whoever has no key for it: on a phone. */
import { h } from '../../ui/dom.js';
import { field } from '../../ui/field.js';
import { t } from '../../ui/words.js';
import { holdsTable } from './pasted.js';

export function pasteBox({ bringing, take, draw }) {
  const read = () => {
    if (bringing.pasted.trim()) take({ text: bringing.pasted });
    else document.querySelector('.import-message textarea')?.focus();
  };
  return h(
    'main',
    { key: 'paste', class: 'import-message' },
    h(
      'form',
      { class: 'fields', onsubmit: (event) => (event.preventDefault(), read()) },
      field(
        t('bring.pasteHere'),
        h('textarea', {
          rows: '8',
          value: bringing.pasted,
          autocomplete: 'off',
          autocapitalize: 'off',
          spellcheck: 'false',
          created: (node) => node.focus(),
          oninput: (event) => ((bringing.pasted = event.currentTarget.value), draw()),
          onpaste: (event) => pasteWhole(event, bringing, take),
        }),
        t('bring.pasteWhy'),
      ),
      h(
        'p',
        { class: 'row end' },
        h('button', { class: 'primary' }, t('bring.read')),
      ),
    ),
  );
}

/** A whole table into an empty field is read at once; all else is text of the field. */
function pasteWhole(event, { pasted }, take) {
  const [text, html] = ['text/plain', 'text/html'].map((type) => event.clipboardData.getData(type));
  if (pasted.trim() !== '' || !holdsTable({ text, html })) return;
  event.preventDefault();
  take({ text, html });
}
