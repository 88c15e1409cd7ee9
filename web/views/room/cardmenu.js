/** What may be done with a card, in words: for a finger that rests on it. */
import { dialog } from '../../ui/dialog.js';
import { h } from '../../ui/dom.js';
import { icon } from '../../ui/icon.js';
import { t } from '../../ui/words.js';
import { toolsOf } from './issuecard.js';
import { mayMove, move } from './moving.js';
import { may } from './phases.js';

export function cardMenu(now, close) {
  const issue = now.issues.find(({ id }) => id === now.ui.opened.dialog.issue);
  if (!issue) {
    return dialog(
      { title: t('room.menu.title'), close },
      h('p', { class: 'error', role: 'alert' }, t('room.goneCard')),
    );
  }
  const open = { name: 'comment', words: t('room.menu.open'), run: () => now.ui.sheet.show(issue.id) };
  return dialog(
    { title: `${issue.no ? `#${issue.no} ` : ''}${issue.text.slice(0, 24)}`, close },
    h(
      'div',
      { class: 'card-menu' },
      [open, ...moves(now, issue), ...toolsOf(now, issue).filter(({ name }) => name !== 'comment')].map((
        { name, sign, words, run },
      ) => h('button', { key: words, class: 'quiet', onclick: () => (close(), run()) }, sign ?? icon(name), words)),
    ),
  );
}

/** Up and down in its lane, where it can go there. */
function moves(now, issue) {
  if (now.page !== 'board' || !may.place(now.room, issue, now.me)) return [];
  return [[-1, '↑', 'up'], [1, '↓', 'down']].filter(([by]) => mayMove(now, issue, by)).map(([by, sign, way]) => ({
    sign: h('span', { class: 'sign', 'aria-hidden': 'true' }, sign),
    words: t(`room.menu.${way}`),
    run: () => move(now, issue, by),
  }));
}
