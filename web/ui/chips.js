import { h } from './dom.js';

/** Chips of which any number may be chosen (`many`) or one; `chosen` is an array or a value. */
export function chips({ key, label, options, chosen, many = false, choose, clearable = false }) {
  const isChosen = (value) => (many ? chosen.includes(value) : chosen === value);
  return h(
    'div',
    { key, class: 'chips', role: many ? 'group' : 'radiogroup', 'aria-label': label },
    options.map(({ value, text, mark }) =>
      h(
        'button',
        {
          key: String(value),
          type: 'button',
          class: 'chip',
          role: many ? null : 'radio',
          [many ? 'aria-pressed' : 'aria-checked']: String(isChosen(value)),
          onclick: () => {
            if (many) choose(isChosen(value) ? chosen.filter((one) => one !== value) : [...chosen, value]);
            else choose(isChosen(value) && clearable ? null : value);
          },
        },
        mark,
        text,
      )
    ),
  );
}
