/** Votes of people in the room who have no device: how many they are, and what they give. The facilitator enters them. */
import { admits } from '../../core/acts.js';
import { ACTS } from '../../core/wire.js';
import { dialog } from '../../ui/dialog.js';
import { h } from '../../ui/dom.js';
import { roleBadge } from '../../ui/marks.js';
import { itemState } from '../../ui/status.js';
import { t } from '../../ui/words.js';
import { acts } from './acts.js';
import { votedFor } from './grouping.js';
import { byNumber } from './order.js';

export function handDialog(now, close) {
  const { room, me } = now;
  if (!admits('hand.vote', me, { room })) {
    return dialog({ title: t('room.byHandTitle'), close }, h('p', { role: 'alert' }, t('room.byHandClosed')));
  }
  const { people, votes, left } = handAsMeant(now);
  const [, most] = ACTS['hand.people'].fields.people.number;
  return dialog(
    { title: t('room.byHandTitle'), close },
    h('p', { class: 'quiet-text' }, t('room.byHandWhy')),
    h(
      'div',
      { class: 'field' },
      h('span', null, t('room.byHandPeople')),
      stepper(
        t('room.byHandCount', { n: people }),
        [t('room.byHandFewer'), people > 0, () => acts.byHand.people(now, people - 1)],
        [t('room.byHandMore'), people < most, () => acts.byHand.people(now, people + 1)],
      ),
    ),
    people > 0 && h('p', { key: 'left' }, h('b', null, t('room.byHandLeft', { n: left }))),
    refused(now),
    people > 0 &&
      h(
        'ul',
        { class: 'group-cards', key: 'cards', 'aria-label': t('room.byHandTitle') },
        [...now.tops].sort(byNumber).map((issue) => {
          const id = votedFor(now, issue);
          const own = votes[id] ?? 0;
          const no = issue.no ?? '';
          const more = left > 0 && (!room.cap || own < room.cap * people);
          return h(
            'li',
            { key: id },
            h('span', { class: 'no' }, `#${no}`),
            roleBadge(now.app, issue.role),
            h('span', { class: 'grow' }, now.stack(issue.id)?.title || issue.text),
            stepper(
              String(own),
              [t('room.lessVotes', { name: `#${no}` }), own > 0, () => acts.byHand.vote(now, id, own - 1)],
              [t('room.moreVotes', { name: `#${no}` }), more, () => acts.byHand.vote(now, id, own + 1)],
            ),
          );
        }),
      ),
  );
}

/** What the server has, under what is on its way. */
function handAsMeant({ records, room, pending }) {
  const told = records.get('handVotes', 'hand');
  const { people = told?.people ?? 0, votes: meant = new Map() } = pending.byHand;
  const votes = { ...told?.votes, ...Object.fromEntries(meant) };
  const spent = Object.values(votes).reduce((sum, n) => sum + n, 0);
  return { people, votes, left: Math.max(0, people * room.votes - spent) };
}

function refused({ pending }) {
  const { item } = pending.byHand;
  return item && h('p', { class: 'error tiny', role: 'alert', key: 'refused' }, itemState(item));
}

function stepper(words, [less, mayLess, onLess], [more, mayMore, onMore]) {
  return h(
    'div',
    { class: 'stepper' },
    h('button', { 'aria-label': less, disabled: !mayLess, onclick: onLess }, '−'),
    h('output', null, words),
    h('button', { 'aria-label': more, disabled: !mayMore, onclick: onMore }, '+'),
  );
}
