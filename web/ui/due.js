/**
 * When an action is due: said, and chosen.
 *
 *     dueWords(app, due) → '下一场' · '3月14日'
 *     duePicker(app, { due, choose })     `due` as a command takes it: `{ next: true }`, `{ day }`, or null
 */
import { dayOf } from '../core/agreed.js';
import { h } from './dom.js';
import { t } from './words.js';

export const dueWords = (app, due) => (due.next ? t('due.next') : dayWords(app, due.day));

const dayWords = (app, day) => app.f.date(Date.parse(`${day}T04:00:00Z`));

export function duePicker(app, { due, choose }) {
  const press = (isChosen, value, words) =>
    h('button', {
      type: 'button',
      class: 'quiet',
      'aria-pressed': String(isChosen),
      onclick: () => choose(value),
    }, words);
  return h(
    'div',
    { class: 'row due-picker', role: 'group', 'aria-label': t('due.label') },
    h('p', { class: 'legend' }, t('due.label')),
    h(
      'div',
      { class: 'segments' },
      press(due?.next === true, { next: true }, t('due.next')),
      press(due === null, null, t('due.none')),
    ),
    h('input', {
      type: 'date',
      class: 'grow',
      'aria-label': t('due.day'),
      value: due?.day ?? '',
      min: dayOf(app.clock.now()),
      onchange: ({ currentTarget }) => choose(currentTarget.value ? { day: currentTarget.value } : null),
    }),
  );
}
