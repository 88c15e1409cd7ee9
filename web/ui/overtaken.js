/** Someone else changed what I am changing: both texts one above the other, and nothing of the writer's is lost. */
import { h } from './dom.js';
import { itemState } from './status.js';
import { t } from './words.js';

/** Their words, above mine. `item`: the attempt that ran into them, where there was one. */
export function theirs(newer, item) {
  return h(
    'div',
    { class: 'newer', key: 'newer' },
    item?.state === 'refused'
      ? h('p', null, itemState(item))
      : h('p', { class: 'error', role: 'alert' }, t('overtaken.now')),
    h('p', { class: 'issue-text words' }, newer.text),
    h('p', { class: 'tiny quiet-text' }, t('overtaken.yours')),
  );
}

/** What becomes of mine: left or saved; where it was overtaken, given up for theirs or put in its place. */
export function keeping({ newer, drop, save, isBusy = false, cancel = t('cancel'), size = 'small' }) {
  return h(
    'p',
    { key: 'keep', class: 'row end' },
    h('button', { type: 'button', class: size, onclick: drop }, newer ? t('overtaken.takeTheirs') : cancel),
    h(
      'button',
      { type: 'button', class: `${size} primary keeps`, disabled: isBusy, onclick: save },
      newer ? t('overtaken.keepMine') : t('save'),
    ),
  );
}

/** Enter does not write over words that may not have been seen: it leads to the button that does. */
export const toTheChoice = () => document.querySelector('.editing .keeps, .editing .stranded button')?.focus();
