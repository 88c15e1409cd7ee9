/** The form with which a lead has words erased for good, that says what goes before it is sent. */
import { longest } from '../core/acts.js';
import { dialog } from './dialog.js';
import { h } from './dom.js';
import { onEnter } from './ime.js';
import { t } from './words.js';

/**
 * `kind`: of the record, as in the protocol. `onward`: whether something may have come from its words. `send({reason,
 * onward?})` submits. What has been typed and chosen is a draft of that record's.
 */
export function eraseForm(app, { kind, id, onward, send }) {
  const draft = `erase:${id}`;
  const keeps = () => app.drafts.read(`${draft}:keep`) !== '';
  const erase = () => {
    const reason = app.drafts.read(draft).trim();
    if (!reason) return;
    send(onward && !keeps() ? { reason, onward: true } : { reason });
    app.drafts.clear(draft);
    app.drafts.clear(`${draft}:keep`);
  };
  const choose = (event) => {
    app.drafts.write(`${draft}:keep`, event.currentTarget.checked ? '' : 'keep');
    app.draw();
  };
  return h(
    'div',
    { class: 'fields erasing' },
    h('p', null, t(`erasing.goes.${kind}`)),
    onward &&
      h(
        'label',
        { class: 'check' },
        h('input', { type: 'checkbox', checked: !keeps(), onchange: choose }),
        h('span', null, t(`erasing.onward.${kind}`)),
      ),
    h(
      'div',
      { class: 'line' },
      h('input', {
        'aria-label': t('field.reason'),
        placeholder: t('erasing.reason'),
        maxlength: longest('question.erase', 'reason'),
        ...app.drafts.field(draft),
        ...onEnter(erase),
      }),
      h('button', { class: 'danger', onclick: erase }, t('erasing.erase')),
    ),
  );
}

/** The same for a record that has no place of its own for it; its words stand above. */
export function eraseDialog(app, { words, close, send, ...form }) {
  return dialog(
    { title: t('erasing.title'), close },
    h('p', { class: 'words quoted' }, words),
    eraseForm(app, { ...form, send: (args) => (send(args), close()) }),
  );
}
