/** Someone else changed what I am changing: noticed as soon as it happens, or when the server says so. */
import { h } from '../../ui/dom.js';
import { itemState } from '../../ui/status.js';
import { t } from '../../ui/words.js';
import { conflictOf } from './pending.js';

const WORDS = ['text', 'kind', 'role', 'offset', 'owner', 'due'];

/** The newer record, or null: `fields.begun` is the record as it was when the editing began. */
export function overtaken(record, { begun }, item) {
  if (conflictOf(item)) return conflictOf(item);
  return record.edited !== begun.edited && WORDS.some((word) => (record[word] ?? null) !== (begun[word] ?? null))
    ? record
    : null;
}

/** Enter does not write over words that may not have been seen: it leads to the button that does. */
export const toTheChoice = () => document.querySelector('.editing .keeps, .editing .stranded button')?.focus();

/** Their words, above mine. */
export function theirs(newer, item) {
  return h(
    'div',
    { class: 'newer', key: 'newer' },
    item?.state === 'refused'
      ? h('p', null, itemState(item))
      : h('p', { class: 'error', role: 'alert' }, t('room.conflict')),
    h('p', { class: 'issue-text' }, newer.text),
    h('p', { class: 'tiny quiet-text' }, t('room.yours')),
  );
}
