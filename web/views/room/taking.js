/** A facilitator who is gone is stood in for, and has the room back with one tap. */
import { h } from '../../ui/dom.js';
import { t } from '../../ui/words.js';
import { Absence, missing } from './absence.js';
import { acts } from './acts.js';

/** For whoever may take the room. */
export function taking(now) {
  const { app, room, me, ui } = now;
  const absence = ui.kept('absence', () => new Absence(() => app.draw()));
  absence.notice(missing(now));
  const isFormer = room.former === me.member;
  if (!isFormer && !absence.isLong) return null;
  return h(
    'span',
    { class: 'along', key: 'taking' },
    !isFormer && h('span', { class: 'ready-count wide-only' }, t('taking.gone', { name: app.name(room.facilitator) })),
    h(
      'button',
      { class: 'small accented', onclick: () => acts.take(now) },
      t(isFormer ? 'taking.back' : 'taking.take'),
    ),
  );
}
