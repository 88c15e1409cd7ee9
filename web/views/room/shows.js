/** Which of the reviewed shows is looked at; nothing to choose when there is one. */
import { h } from '../../ui/dom.js';
import { t } from '../../ui/words.js';

export function showPicker({ app, ui, shows, show, f }) {
  if (shows.length < 2) return null;
  return h('div', { class: 'segments show-tabs', role: 'group', 'aria-label': t('room.show') }, shows.map(one =>
    h('button', {
      key: one.id, class: 'quiet', 'aria-pressed': String(one.id === show?.id),
      onclick: () => {
        Object.assign(ui, { show: one.id, minute: null, hover: null, asked: null, span: null });
        app.draw();
      },
    }, one.title, one.start && h('small', null, ' ', f.date(one.start)))));
}
