/** The way on: pale, and with their count, while what was agreed is unanswered; it then asks once what becomes of it. */
import { h } from '../../ui/dom.js';
import { t } from '../../ui/words.js';
import { acts } from './acts.js';
import { unanswered } from './asked.js';

export function wayOn(now, next, phase) {
  const isAsked = now.room.phase === 'prepare' || next.phase === 'closed';
  const n = isAsked ? unanswered(now).length : 0;
  const voters = stillVoting(now);
  return [
    voters > 0 && h('span', { class: 'ready-count', key: 'voters' }, t('room.stillVoting', { n: voters })),
    h(
      'button',
      {
        class: n > 0 || voters > 0 ? 'small' : 'small primary',
        key: 'next',
        onclick: () => n > 0 ? now.ui.opened.show({ name: 'unanswered', next }) : acts.move(now, next),
      },
      h('span', { class: 'next-long' }, n > 0 ? t('room.unanswered', { n, phase }) : t('room.nextTo', { phase })),
      h('span', { class: 'next-short' }, n > 0 ? t('room.unansweredShort', { n }) : t('room.next')),
    ),
  ];
}

/** Of those who are here, how many have votes left; never whose. */
function stillVoting({ room, records, me, present, isLive }) {
  const { spent } = records.only('progress') ?? {};
  if (room.phase !== 'vote' || !isLive || spent === undefined) return 0;
  return Math.max(0, new Set([me.member, ...present.keys()]).size - spent);
}
