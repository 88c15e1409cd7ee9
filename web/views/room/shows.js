/** The reviewed shows: which one is looked at, and what is said when it has nothing to show. */
import { h } from '../../ui/dom.js';
import { refusedLog, t } from '../../ui/words.js';

/** What stands in for a show's numbers while there are none: on their way, refused, or not entered yet (`words`). */
export function without(show, words) {
  if (show?.refused) return h('p', { class: 'empty' }, refusedLog(show.refused));
  if (show && !show.ready) return h('p', { class: 'empty' }, t('loading'));
  return h(
    'p',
    { class: 'empty' },
    words,
    ' ',
    show && h('a', { class: 'button small', href: `/show/${show.id}` }, t('room.toShow')),
  );
}

export function showPicker({ ui, shows, show, f }) {
  if (shows.length < 2) return null;
  return h(
    'div',
    { class: 'segments show-tabs', role: 'group', 'aria-label': t('room.show') },
    shows.map((one) =>
      h(
        'button',
        {
          key: one.id,
          class: 'quiet',
          'aria-pressed': String(one.id === show?.id),
          onclick: () => ui.pointing.turnTo(one.id),
        },
        one.title,
        one.start && h('small', null, ' ', f.date(one.start)),
      )
    ),
  );
}
