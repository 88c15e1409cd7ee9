/** Labelled form fields, so that every one has a name for the reader and for the screen reader. */
import { h } from './dom.js';

export function field(label, control, note) {
  return h(
    'label',
    { class: 'field' },
    h('span', null, label),
    control,
    note && h('small', { class: 'quiet-text' }, note),
  );
}

/** A select of `options` [{value, text}]; `blank` is the word for "none of them". */
export function select({ options, value, blank, choose, ...props }) {
  return h(
    'select',
    { ...props, value: value ?? '', onchange: (event) => choose(event.currentTarget.value || null) },
    blank !== undefined && h('option', { key: '', value: '' }, blank),
    options.map(({ value: option, text }) => h('option', { key: option, value: option }, text)),
  );
}
