/** Whoever steers wants to go on while something is unanswered: it is said once how many, and what becomes of them. */
import { dialog } from '../../ui/dialog.js';
import { h } from '../../ui/dom.js';
import { t } from '../../ui/words.js';
import { acts } from './acts.js';
import { actionsOf, unanswered } from './asked.js';

export function unansweredDialog(now, close) {
  const { next } = now.ui.opened.dialog;
  const ids = unanswered(now);
  const asked = new Map(actionsOf(now).map(({ action }) => [action.id, action]));
  const goOn = () => {
    if (ids.length > 0) acts.defer(now, ids);
    acts.move(now, next);
    close();
  };
  return dialog(
    { title: t('room.agreed.unanswered', { n: ids.length }), close },
    h('ul', { class: 'agreed-left' }, ids.map((id) => h('li', { key: id }, asked.get(id)?.text))),
    h('p', { class: 'quiet-text' }, t(next.phase === 'closed' ? 'room.agreed.laterStill' : 'room.agreed.laterMeans')),
    h(
      'p',
      { class: 'row end' },
      h('button', { onclick: goOn }, t('room.agreed.putOff')),
      h('button', {
        class: 'primary',
        onclick: () => (close(), now.ui.looking.lookAt(now.room.phase === 'prepare' ? null : { phase: 'prepare' })),
      }, t('room.agreed.goBack')),
    ),
  );
}
