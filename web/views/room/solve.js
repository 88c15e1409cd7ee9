/** Solving: the cards by votes on one side, the solutions on the other. Choosing cards says what a solution answers. */
import { h } from '../../ui/dom.js';
import { t } from '../../ui/words.js';
import { issueCard } from './issuecard.js';
import { byVotes, ranking } from './order.js';
import { may } from './phases.js';
import { solutionCards, solutionGhost } from './solutions.js';
import { withEdited } from './staying.js';
import { unrolled } from './unrolling.js';

export function solvePage(now) {
  const ranked = ranking(now.issues);
  const { proposals } = now.pending;
  const count = now.records.count('solution');
  return h(
    'div',
    { class: `solving shows-${now.ui.side}` },
    h(
      'div',
      { class: 'sides narrow-only', role: 'group' },
      side(now, 'ranked', t('room.ranked'), ranked.length),
      side(now, 'solutions', t('room.solutions'), count),
    ),
    h(
      'section',
      { class: 'ranked', 'aria-label': t('room.ranked') },
      h('h2', null, t('room.ranked'), h('span', { class: 'count' }, ranked.length)),
      unrolled(now, 'ranked', withEdited(now, ranked, byVotes)).map((issue, n) =>
        issueCard(now, issue, { first: n === 0, role: true, choose })
      ),
      ranked.length === 0 && h('p', { class: 'empty' }, t('room.noCards')),
    ),
    h(
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

/** On a phone one side at a time. */
function side({ app, ui }, name, words, n) {
  const turn = () => {
    ui.side = name;
    app.draw();
  };
  return h(
    'button',
    { key: name, class: 'quiet', 'aria-pressed': String(ui.side === name), onclick: turn },
    words,
    h('span', { class: 'count' }, n || ''),
  );
}

function choose({ app, ui, room, me }, issue) {
  if (!may.propose(room, me)) return null;
  return h('input', {
    type: 'checkbox',
    class: 'choose',
    checked: ui.selected.has(issue.id),
    'aria-label': t('room.choose', { no: issue.no ?? '' }),
    onchange: (event) => {
      if (event.currentTarget.checked) ui.selected.add(issue.id);
      else ui.selected.delete(issue.id);
      ui.proposing.owner = null;
      app.draw();
    },
  });
}
