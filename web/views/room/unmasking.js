/** Whether the lane of an anonymous card tells who writes it. */
import { h } from '../../ui/dom.js';
import { t } from '../../ui/words.js';
import { CROWD, namedBy, writersOf } from './lane.js';
import { EVERYONES } from './phases.js';

/** Where the lane names somebody, or hides them among a few, that is said before the card is sent. */
export function unmasking(now, role) {
  const { app, me } = now;
  const members = app.directory.all('member');
  const named = role && role !== EVERYONES && namedBy(role, members, me);
  if (!named) return role && fewness(now, role, members);
  const words = named.me ? 'room.laneIsMe' : named.nobody ? 'room.laneIsNobodys' : 'room.laneIsOne';
  return h(
    'span',
    { class: 'nudge', role: 'alert' },
    t(words, { role: app.roleName(role), name: named.member ? app.name(named.member) : '' }),
    toEveryone(now),
  );
}

function fewness(now, role, members) {
  const n = writersOf(role, members, now.room, new Set([now.me.member, ...now.present.keys()]));
  if (!now.isLive || n >= CROWD) return null;
  return h(
    'span',
    { class: 'nudge', role: 'alert' },
    t('room.laneIsFew', { role: now.app.roleName(role), n }),
    role !== EVERYONES && toEveryone(now),
  );
}

/** One press, and the words stay. */
function toEveryone({ ui }) {
  return h(
    'button',
    { class: 'quiet link', onclick: () => ui.composing.change({ role: EVERYONES, formerly: null }) },
    t('room.toEveryone'),
  );
}
