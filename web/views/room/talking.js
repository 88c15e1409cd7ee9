/** How far the talk about an issue has come: begun, ended with the next one, put off. Whoever steers says so. */
import { h } from '../../ui/dom.js';
import { t } from '../../ui/words.js';
import { acts } from './acts.js';
import { agendaOf, discussed, following } from './agenda.js';
import { isDecided } from './decided.js';
import { mayMove, move } from './moving.js';
import { may } from './phases.js';

export function standing(now, issue) {
  const { room, me, ui } = now;
  if (issue.erased) return null;
  const moves = now.page === 'board' && may.place(room, issue, me) && moving(now, issue);
  const along = leadingAlong(now, issue);
  if (!may.mark(room, me)) return (moves || along) && h('div', { class: 'row talking' }, along, moves);
  const { state = 'open' } = issue;
  if (ui.sheet.asks && state === 'discussing') return whatOfIt(now, issue);
  return h(
    'div',
    { class: 'row talking', role: 'group', 'aria-label': t('sheet.talk') },
    state === 'open' && room.phase === 'solve' &&
      h('button', { class: 'small accented', key: 'discussing', onclick: () => begin(now, issue) }, t('sheet.begin')),
    state === 'discussing' &&
      h('button', { class: 'small accented', key: 'done', onclick: () => end(now, issue) }, t('sheet.done')),
    (state === 'open' || state === 'discussing') &&
      h('button', { class: 'small', key: 'parked', onclick: () => park(now, issue) }, t('sheet.park')),
    (state === 'solved' || state === 'parked') &&
      h('button', { class: 'small', key: 'open', onclick: () => acts.mark(now, issue.id, 'open') }, t('sheet.reopen')),
    along,
    moves,
  );
}

/** Whoever steers has it open, and everyone might. */
function leadingAlong(now, { id, revealed }) {
  if (!revealed || !may.focus(now.room, now.me) || now.records.only('focus')?.issue === id) return null;
  return h('button', { key: 'along', class: 'small', onclick: () => acts.focus(now, id) }, t('focus.take'));
}

/** Up and down in its lane. */
function moving(now, issue) {
  const step = (by, sign, words) =>
    h('button', {
      key: words,
      class: 'small quiet',
      'aria-label': words,
      title: words,
      disabled: !mayMove(now, issue, by),
      onclick: () => move(now, issue, by),
    }, sign);
  return [step(-1, '↑', t('sheet.up')), step(1, '↓', t('sheet.down'))];
}

/** Nothing was chosen for it: is it put off, or does it stay undecided? */
function whatOfIt(now, issue) {
  return h(
    'div',
    { class: 'row talking sure-of', role: 'alertdialog', 'aria-label': t('sheet.noneChosen') },
    h('span', null, t('sheet.noneChosen')),
    h('button', { class: 'small', key: 'park', onclick: () => park(now, issue) }, t('sheet.park')),
    h('button', { class: 'small', key: 'leave', onclick: () => settle(now, issue, 'open') }, t('sheet.undecided')),
    h('button', { class: 'small quiet', key: 'cancel', onclick: () => now.ui.sheet.ask(false) }, t('cancel')),
  );
}

function end(now, issue) {
  const ways = now.records.all('solution').filter(({ issues }) => issues?.includes(issue.id));
  if (!ways.some(isDecided)) return now.ui.sheet.ask(true);
  settle(now, issue, 'solved');
}

/** Where it is what is talked about, the next one follows. A card put off in passing leaves the talk where it is. */
function park(now, issue) {
  const isInPassing = issue.state !== 'discussing' &&
    (now.room.phase !== 'solve' || discussed(now.issues, issue).length > 0);
  if (isInPassing) acts.mark(now, issue.id, 'parked');
  else settle(now, issue, 'parked');
}

/** The talk about it is over, as far as it came. */
function settle(now, issue, state) {
  const { ui } = now;
  ui.sheet.ask(false);
  acts.mark(now, issue.id, state);
  const next = following(agendaOf(now), issue);
  if (!next) return;
  begin(now, next, issue);
  ui.sheet.show(next.id);
}

/** One is talked about at a time, and everyone comes along. What was talked about until now is open again. */
function begin(now, issue, settled = null) {
  for (const { id } of discussed(now.issues, issue)) if (id !== settled?.id) acts.mark(now, id, 'open');
  acts.mark(now, issue.id, 'discussing');
  const leads = now.isLive && may.focus(now.room, now.me);
  if (leads && now.records.only('focus')?.issue !== issue.id) acts.focus(now, issue.id);
}
