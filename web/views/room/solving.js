/** Solving: the cards by votes on one side, the solutions on the other. Choosing cards says what a solution answers. */
import { h } from '../../ui/dom.js';
import { icon } from '../../ui/icon.js';
import { roleBadge } from '../../ui/marks.js';
import { itemState } from '../../ui/status.js';
import { refusal, t } from '../../ui/words.js';
import { acts } from './acts.js';
import { issueCard } from './cards.js';
import { show } from './header.js';
import { ranking } from './order.js';
import { overlaid } from './pending.js';
import { may } from './phases.js';
import { solutionEditor } from './revising.js';

export function solvePage(now) {
  const ranked = ranking(now.issues);
  return h('div', { class: `solving shows-${now.ui.side}` },
    sides(now, ranked.length),
    h('section', { class: 'ranked', 'aria-label': t('room.ranked') },
      h('h2', null, t('room.ranked'), h('span', { class: 'count' }, ranked.length)),
      ranked.map((issue, n) => issueCard(now, issue, { first: n === 0, role: true, choose })),
      ranked.length === 0 && h('p', { class: 'empty' }, t('room.noCards'))),
    h('section', { class: 'solutions', 'aria-label': t('room.solutions') },
      h('h2', null, t('room.solutions'), h('span', { class: 'count' }, now.records.count('solution') || '')),
      solutions(now),
      now.pending.proposals.map(item => ghost(now, item)),
      now.records.count('solution') + now.pending.proposals.length === 0 && h('p', { class: 'empty' }, t('room.noSolutions'))));
}

/** On a phone one side at a time. */
function sides({ app, ui, records }, cards) {
  const side = (name, words, n) => h('button', { key: name, class: 'quiet', 'aria-pressed': String(ui.side === name), onclick: () => { ui.side = name; app.draw(); } },
    words, h('span', { class: 'count' }, n || ''));
  return h('div', { class: 'sides narrow-only', role: 'group' }, side('ranked', t('room.ranked'), cards), side('solutions', t('room.solutions'), records.count('solution')));
}

function choose(now, issue) {
  const { ui, app } = now;
  if (!may.propose(now.room)) return null;
  return h('input', {
    type: 'checkbox', class: 'choose', checked: ui.selected.has(issue.id), 'aria-label': t('room.choose', { no: issue.no ?? '' }),
    onchange: event => {
      if (event.currentTarget.checked) ui.selected.add(issue.id);
      else ui.selected.delete(issue.id);
      ui.proposing.owner = null;
      app.draw();
    },
  });
}

export const solutions = now => now.records.all('solution').map(record => {
  const item = now.pending.changes.get(record.id);
  if (now.ui.editing === record.id) return solutionEditor(now, record, item);
  return solutionCard(now, overlaid(record, item), item);
});

function solutionCard(now, solution, item) {
  const { app, ui, room, me, records } = now;
  const changes = may.change(room, solution, me);
  return h('article', { key: records.key('solution', solution.id), class: `solution ${item ? `changing ${item.state}` : ''}`, 'data-solution': solution.id },
    h('p', { class: 'issue-head' }, h('span', { class: 'label accent' }, t(`entryKind.${solution.kind}`)), references(now, solution)),
    h('p', { class: 'issue-text' }, solution.text),
    h('p', { class: 'issue-foot' }, roleBadge(app, solution.owner), h('span', null, app.roleName(solution.owner)),
      solution.due && h('span', { class: 'due-text' }, t('room.dueIs', { due: solution.due })),
      h('span', { class: 'author' }, solution.by === me.member ? t('room.me') : app.name(solution.by)),
      item && itemState(item),
      item?.state === 'refused' && h('button', { class: 'small', onclick: () => app.outbox.dismiss(item.id) }, t('status.drop')),
      h('span', { class: 'tools' },
        changes && h('button', { class: 'quiet tool', 'aria-label': t('edit'), title: t('edit'), onclick: () => { ui.editing = solution.id; app.draw(); } }, icon('edit')),
        changes && h('button', { class: 'quiet tool', 'aria-label': t('room.drop'), title: t('room.drop'), onclick: () => { ui.withdrawing = solution.id; app.draw(); } }, icon('close'))),
      promotion(now, solution, item)),
    ui.withdrawing === solution.id && sure(now, solution));
}

function references({ issues }, solution) {
  const numbers = (solution.issues ?? []).map(id => issues.find(issue => issue.id === id)).filter(Boolean);
  return numbers.map(issue => h('span', { class: 'no', key: issue.id, title: issue.text }, `#${issue.no ?? '–'}`));
}

/** On its way into the playbook: offered, asked for, there, or refused with the reason. */
export function promotion(now, solution, item) {
  const { state, code } = solution.promotion ?? {};
  const asked = state === 'requested' || (item?.op === 'solution.promote' && item.state !== 'refused');
  if (state === 'done') return h('a', { class: 'label good', href: '/playbook' }, icon('book'), t('room.inPlaybook'));
  if (asked) return h('span', { class: 'label' }, t('room.promoting'));
  return [
    state === 'refused' && h('span', { class: 'error' }, refusal({ code })),
    may.promote(now.room, now.me) && h('button', { class: 'small', onclick: () => show(now, { name: 'promote', solution: solution.id }) }, icon('book'), t('room.promote')),
  ];
}

function ghost({ app, log }, item) {
  const { args } = item;
  return h('article', { key: item.id, class: `solution ghost ${item.state}` },
    h('p', { class: 'issue-head' }, h('span', { class: 'label' }, t(`entryKind.${args.kind}`))),
    h('p', { class: 'issue-text' }, args.text),
    h('p', { class: 'issue-foot' }, itemState(item), item.state === 'refused' && h('span', { class: 'tools' },
      h('button', { class: 'small', onclick: () => app.outbox.retry(item.id) }, t('status.again')),
      h('button', {
        class: 'small',
        onclick: () => {
          app.drafts.write(`solution:${log}`, args.text);
          app.outbox.dismiss(item.id);
        },
      }, t('room.takeBack')))));
}

function sure(now, solution) {
  const done = () => {
    now.ui.withdrawing = null;
    now.app.draw();
  };
  return h('p', { class: 'sure', role: 'alertdialog', 'aria-label': t('room.dropSure') }, t('room.dropSure'),
    h('button', { class: 'small', created: node => node.focus(), onclick: done }, t('room.keep')),
    h('button', { class: 'small danger', onclick: () => { acts.drop(now, solution.id); done(); } }, t('room.drop')));
}
