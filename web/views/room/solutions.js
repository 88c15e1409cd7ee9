/** The solutions: what was agreed, for which cards, who answers for it, and how far it has come into the playbook. */
import { h } from '../../ui/dom.js';
import { tombstone } from '../../ui/tombstone.js';
import { ghostWays } from '../../ui/ghost.js';
import { icon } from '../../ui/icon.js';
import { roleBadge } from '../../ui/marks.js';
import { overlaid } from '../../ui/pending.js';
import { rich } from '../../ui/rich.js';
import { itemState } from '../../ui/status.js';
import { sure } from '../../ui/sure.js';
import { refusal, t } from '../../ui/words.js';
import { acts } from './acts.js';
import { turn } from './composer.js';
import { isDecided } from './decided.js';
import { solutionEditor } from './editor.js';
import { isOthers } from './goingalong.js';
import { made } from './made.js';
import { asAnswers } from './order.js';
import { may } from './phases.js';
import { edited } from './staying.js';

export const solutionCards = (now) => cards(now, asAnswers(allSolutions(now), inGroups(now)));

/** Those for one issue alone, as alternatives of which some are agreed upon. */
export const waysOf = (now, { id }) =>
  cards(now, allSolutions(now).filter(({ issues }) => issues?.includes(id)), choice);

const cards = (now, solutions, head) =>
  solutions.map((record) => {
    const item = now.pending.changes.get(record.id);
    return now.ui.edits.is(record.id)
      ? solutionEditor(now, record)
      : solutionCard(now, overlaid(record, item ? [item] : []), item, head);
  });

function allSolutions(now) {
  const all = now.records.all('solution');
  const one = edited(now, 'solution');
  return one && !now.records.get('solution', one.id) ? [...all, one] : all;
}

/** Chosen or not; whoever steers presses it. */
function choice(now, solution) {
  const isOn = solution.chosen === true;
  const isSettled = isDecided(solution);
  // What an action was made of is agreed upon, whether or not it was ticked.
  if (!may.choose(now.room, now.me) || solution.erased || isSettled && !isOn) {
    return isSettled && h('span', { class: 'label good' }, t('room.chosen'));
  }
  return h('input', {
    type: 'checkbox',
    class: 'choose',
    checked: isOn,
    'aria-label': t('room.chooseWay', { text: solution.text }),
    onchange: (event) => acts.choose(now, solution.id, event.currentTarget.checked),
  });
}

function solutionCard(now, solution, item, head) {
  const { app, ui, me, records } = now;
  return h(
    'article',
    {
      key: records.key('solution', solution.id),
      class: `solution ${isDecided(solution) ? 'chosen' : ''} ${item ? `changing ${item.state}` : ''}`,
      'data-solution': solution.id,
    },
    h(
      'p',
      { class: 'issue-head' },
      head ? head(now, solution) : isDecided(solution) && h('span', { class: 'label good' }, t('room.chosen')),
      h('span', { class: 'label accent' }, t(`entryKind.${solution.kind}`)),
      references(now, solution),
    ),
    solution.erased ? tombstone(app, solution.erased) : h('div', { class: 'issue-text rich' }, rich(solution.text)),
    h(
      'div',
      { class: 'issue-foot' },
      roleBadge(app, solution.owner),
      h('span', null, app.roleName(solution.owner)),
      solution.due && h('span', { class: 'due-text' }, t('room.dueIs', { due: solution.due })),
      h('span', { class: 'author' }, solution.by === me.member ? t('room.me') : app.name(solution.by)),
      item && itemState(item),
      tools(now, solution, item),
      made(now, solution),
      promotion(now, solution, item),
    ),
    ui.leaving === solution.id &&
      sure({
        words: t('room.dropSure'),
        keep: t('room.keep'),
        go: t('room.drop'),
        act: () => acts.drop(now, solution.id),
        leave: () => ui.leave(null),
      }),
  );
}

/** The cards it answers, by number. */
function references({ issues }, solution) {
  const answered = (solution.issues ?? []).map((id) => issues.find((issue) => issue.id === id)).filter(Boolean);
  return answered.map((issue) => h('span', { class: 'no', key: issue.id, title: issue.text }, `#${issue.no ?? '–'}`));
}

function tools(now, solution, item) {
  const { app, ui, room, me } = now;
  const dismiss = () => app.outbox.dismiss(item.id);
  const act = (name, words, run) =>
    h('button', { key: name, class: 'quiet tool', 'aria-label': words, title: words, onclick: run }, icon(name));
  return h(
    'span',
    { class: item?.state === 'refused' ? 'tools asking' : 'tools' },
    item?.state === 'refused' && h('button', { class: 'small', onclick: dismiss }, t('status.drop')),
    may.change(room, solution, me) && [
      !solution.erased && act('edit', t('edit'), () => ui.edits.open(solution.id)),
      act('close', t('room.drop'), () => isOthers(now, solution) ? ui.leave(solution.id) : acts.drop(now, solution.id)),
    ],
    may.erase(solution, me) &&
      act('erase', t('erasing.title'), () => ui.opened.show({ name: 'erase', kind: 'solution', id: solution.id })),
  );
}

/** On its way into the playbook: offered, asked for, there, or refused with the reason. */
export function promotion(now, solution, item) {
  const { state, code } = solution.promotion ?? {};
  const asked = state === 'requested' || (item?.op === 'solution.promote' && item.state !== 'refused');
  const promote = () => now.ui.opened.show({ name: 'promote', solution: solution.id });
  if (state === 'done') return h('a', { class: 'label good', href: '/playbook' }, icon('book'), t('room.inPlaybook'));
  if (asked) return h('span', { class: 'label' }, t('room.promoting'));
  return [
    state === 'refused' && h('span', { class: 'error' }, refusal({ code })),
    may.promote(now.room, now.me) && !solution.erased &&
    h('button', { class: 'small', onclick: promote }, icon('book'), t('room.promote')),
  ];
}

/**
 * A solution on its way to the server, on the sheet of `issue` or, without one, among all. One that was refused goes back
 * into the field that stands there; where there is none it stays, to be copied or dropped.
 */
export function solutionGhost(now, item, issue = null) {
  const { app, log, ui } = now;
  const { args } = item;
  const isField = may.propose(now.room, now.me) && !issue?.erased;
  const back = !isField ? null : () => {
    app.drafts.putBack(issue ? `way:${issue.id}` : `solution:${log}`, args.text);
    app.outbox.dismiss(item.id);
    if (issue) ui.sheet.writeIn('way');
    else turn(now, 'solution');
  };
  return h(
    'article',
    { key: item.id, class: `solution ghost ${item.state}` },
    h('p', { class: 'issue-head' }, h('span', { class: 'label' }, t(`entryKind.${args.kind}`))),
    h('p', { class: 'issue-text' }, args.text),
    h(
      'div',
      { class: 'issue-foot' },
      itemState(item),
      item.state === 'refused' &&
        h('span', { class: 'tools asking' }, ghostWays(app, item, { words: t('room.takeBack'), back, drops: true })),
    ),
  );
}

/** Whoever answers a card of a group answers the group. */
function inGroups({ issues, tops, records }) {
  const votes = new Map(records.all('group').flatMap((group) => group.issues.map((id) => [id, group.votes])));
  return votes.size === 0
    ? tops
    : issues.map((issue) => votes.has(issue.id) ? { ...issue, votes: votes.get(issue.id) } : issue);
}
