/** Solving: the cards by votes on one side, the solutions on the other. Choosing cards says what a solution answers. */
import { h } from '../../ui/dom.js';
import { itemState } from '../../ui/status.js';
import { t } from '../../ui/words.js';
import { issueCard } from './issuecard.js';
import { agendaOf, talkedOf } from './agenda.js';
import { byVotes } from './order.js';
import { may } from './phases.js';
import { solutionCards, solutionGhost } from './solutions.js';
import { withEdited } from './staying.js';

export function solvePage(now) {
  const ranked = agendaOf(now);
  const { proposals } = now.pending;
  const count = now.records.count('solution');
  return h(
    'div',
    { class: `solving shows-${now.ui.columns.side}` },
    h(
      'div',
      { class: 'sides narrow-only', role: 'group' },
      side(now, 'ranked', t('room.ranked'), ranked.length),
      side(now, 'solutions', t('room.solutions'), count),
    ),
    h(
      'section',
      { class: 'ranked', 'aria-label': t('room.ranked') },
      h('h2', null, t('room.ranked'), h('span', { class: 'count' }, ranked.length), talked(now)),
      now.ui.unrolling.shown('ranked', withEdited(now, ranked, byVotes)).map((issue, n) => {
        tellShown(now, issue);
        return issueCard(now, issue, { first: n === 0, role: true, choose });
      }),
      ranked.length === 0 && h('p', { class: 'empty' }, t('room.noCards')),
    ),
    // A sheet holds those of its own card.
    now.ui.sheet.issue === null && h(
      'section',
      { class: 'solutions', 'aria-label': t('room.solutions') },
      h('h2', null, t('room.solutions'), h('span', { class: 'count' }, count || '')),
      solutionCards(now),
      proposals.map((item) => solutionGhost(now, item)),
      count + proposals.length === 0 &&
        h('p', { class: 'empty' }, t(may.propose(now.room, now.me) ? 'room.noSolutions' : 'room.noSolutionsYet')),
    ),
  );
}

/** How many were talked about, once any was. */
function talked(now) {
  const done = talkedOf({ tops: now.tops, stack: (id) => now.stack(id) }, now.records.all('solution'));
  return done > 0 && h('span', { class: 'quiet-text' }, t('room.talked', { done, left: now.tops.length - done }));
}

/** What a card shows of its own is not told by the strip above; a remembered part cannot say so itself. */
function tellShown(now, issue) {
  const { item, refused } = now.own(issue.id);
  for (const one of [item, refused]) if (one) itemState(one);
}

/** On a phone one side at a time. */
function side({ ui: { columns } }, name, words, n) {
  return h(
    'button',
    {
      key: name,
      class: 'quiet',
      'aria-pressed': String(columns.side === name),
      onclick: () => columns.showSide(name),
    },
    words,
    h('span', { class: 'count' }, n || ''),
  );
}

function choose(now, issue) {
  const { ui, room, me } = now;
  if (!may.propose(room, me)) return null;
  return h('input', {
    type: 'checkbox',
    class: 'choose',
    checked: now.own(issue.id).isAnswered,
    'aria-label': t('room.choose', { no: issue.no ?? '' }),
    onchange: (event) => ui.proposing.answer(issue.id, event.currentTarget.checked),
  });
}
