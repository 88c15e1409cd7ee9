/** Whoever steers wants to go on while something is unanswered: it is said once how many, and what becomes of them. */
import { ACTS } from '../../core/wire.js';
import { dialog } from '../../ui/dialog.js';
import { h } from '../../ui/dom.js';
import { t } from '../../ui/words.js';
import { acts } from './acts.js';
import { actionsOf, unanswered } from './asked.js';

const [, MOST] = ACTS['action.defer'].fields.actions.count;

/** In parts of what one command takes; whether all of them were taken. */
async function putOff(now, ids) {
  const parts = Array.from({ length: Math.ceil(ids.length / MOST) }, (_, n) => ids.slice(n * MOST, (n + 1) * MOST));
  const answers = await Promise.all(parts.map((part) => acts.defer(now, part).answer));
  return answers.every(({ saved }) => saved);
}

export function unansweredDialog(now, close) {
  const { next } = now.ui.opened.dialog;
  const ids = unanswered(now);
  const asked = new Map(actionsOf(now).map(({ action }) => [action.id, action]));
  const { phase } = now.room;
  const goOn = async () => {
    close();
    if (await putOff(now, ids) && now.room.phase === phase) acts.move(now, next);
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
