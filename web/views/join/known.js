/** One person shall not become two members, with two vote budgets, without a word. */
import { h } from '../../ui/dom.js';
import { t } from '../../ui/words.js';

/** The invitation was opened by someone who is in already. */
export function whoIsIn({ organisation, here }, { goOn, isAnother }) {
  return [
    h('h1', null, t('join.inAlready', { organisation })),
    h('p', { class: 'quiet-text' }, t('join.inAlreadyWhy', { name: here.name })),
    h('button', { key: 'go on', class: 'primary big', onclick: goOn }, t('join.goOnAs', { name: here.name })),
    h('button', { key: 'another', class: 'quiet', onclick: isAnother }, t('join.isAnother')),
  ];
}

/** Someone of that name is a member: on another device, perhaps. */
export function namesakes(name, { join, rename }) {
  return h(
    'div',
    { class: 'namesakes', role: 'alert', key: 'namesakes' },
    h('b', null, t('join.namesake', { name })),
    h('p', { class: 'quiet-text' }, t('join.namesakeWhy')),
    h(
      'div',
      { class: 'row' },
      h('button', { type: 'button', onclick: join }, t('join.notMe')),
      h('button', { type: 'button', class: 'quiet', onclick: rename }, t('join.rename')),
    ),
  );
}
