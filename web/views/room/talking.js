/** How far the talk about an issue has come: begun, ended with the next one, put off. Whoever steers says so. */
import { h } from '../../ui/dom.js';
import { t } from '../../ui/words.js';
import { acts } from './acts.js';
import { agendaOf, following } from './agenda.js';
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
  const mark = (to, words, isFirst = false) =>
    h('button', {
      key: to,
      class: `small ${isFirst ? 'accented' : ''}`,
      onclick: () => acts.mark(now, issue.id, to),
    }, words);
  if (ui.sheet.asks && state === 'discussing') return whatOfIt(now, issue);
  return h(
    'div',
    { class: 'row talking', role: 'group', 'aria-label': t('sheet.talk') },
    state === 'open' && room.phase === 'solve' && mark('discussing', t('sheet.begin'), true),
    state === 'discussing' &&
      h('button', { class: 'small accented', key: 'done', onclick: () => end(now, issue) }, t('sheet.done')),
    (state === 'open' || state === 'discussing') && mark('parked', t('sheet.park')),
    (state === 'solved' || state === 'parked') && mark('open', t('sheet.reopen')),
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
    h(
      'button',
      { class: 'small', key: 'park', onclick: () => (acts.mark(now, issue.id, 'parked'), goOn(now, issue)) },
      t('sheet.park'),
    ),
    h('button', { class: 'small', key: 'leave', onclick: () => goOn(now, issue) }, t('sheet.undecided')),
    h('button', { class: 'small quiet', key: 'cancel', onclick: () => now.ui.sheet.ask(false) }, t('cancel')),
  );
}

function end(now, issue) {
  const ways = now.records.all('solution').filter(({ issues }) => issues?.includes(issue.id));
  if (!ways.some(isDecided)) return now.ui.sheet.ask(true);
  acts.mark(now, issue.id, 'solved');
  goOn(now, issue);
}

function goOn(now, issue) {
  const { ui } = now;
  ui.sheet.ask(false);
  const next = following(agendaOf(now), issue);
  if (!next) return;
  acts.mark(now, next.id, 'discussing');
  acts.focus(now, next.id);
  ui.sheet.show(next.id);
}
