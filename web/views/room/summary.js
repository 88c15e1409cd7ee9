/** The review is over: what was decided, who answers for it, what went into the playbook. */
import { h } from '../../ui/dom.js';
import { tombstone } from '../../ui/tombstone.js';
import { icon } from '../../ui/icon.js';
import { kindMark, roleBadge } from '../../ui/marks.js';
import { t } from '../../ui/words.js';
import { asAnswers, ranking } from './order.js';
import { promotion } from './solutions.js';
import { withdrawnButton } from './withdrawn.js';

export function summaryPage(now) {
  const { issues, records, f, room } = now;
  const solutions = asAnswers(records.all('solution'), issues);
  const promoted = solutions.filter((one) => one.promotion?.state === 'done').length;
  const top = ranking(issues).filter((issue) => issue.votes).slice(0, 5);
  return h(
    'div',
    { class: 'summary' },
    room.phase === 'closed'
      ? h(
        'p',
        { class: 'done-line' },
        icon('tick'),
        h('b', null, t('room.closed')),
        room.closedAt && h('span', { class: 'quiet-text' }, f.when(room.closedAt)),
      )
      : h('p', { class: 'quiet-text' }, t('room.notClosed')),
    h(
      'dl',
      { class: 'tiles' },
      [
        ['cards', issues.length],
        ['solutions', solutions.length],
        ['promoted', promoted],
      ].map(([name, n]) => h('div', { class: 'tile' }, h('dt', null, t(`room.tile.${name}`)), h('dd', null, n))),
    ),
    h(
      'section',
      null,
      h('h2', null, t('room.decided')),
      solutions.length ? decisions(now, solutions) : h('p', { class: 'empty' }, t('room.noDecisions')),
    ),
    top.length > 0 && h(
      'section',
      null,
      h('h2', null, t('room.topCards')),
      h(
        'ol',
        { class: 'top' },
        top.map((issue) =>
          h(
            'li',
            { key: issue.id },
            h('span', { class: 'total' }, '♥ ', issue.votes),
            roleBadge(now.app, issue.role),
            kindMark(issue.kind, now.room.template),
            issue.erased ? tombstone(now.app, issue.erased) : h('span', null, issue.text),
          )
        ),
      ),
    ),
    h(
      'p',
      { class: 'row' },
      h('a', { class: 'button primary', href: '/playbook' }, icon('book'), t('room.toPlaybook')),
      h('a', { class: 'button', href: '/' }, t('room.toLobby')),
      withdrawnButton(now),
    ),
  );
}

function decisions(now, solutions) {
  const columns = ['solution', 'kind', 'owner', 'due', 'playbook'];
  return h(
    'table',
    { class: 'decisions' },
    h(
      'thead',
      null,
      h('tr', null, columns.map((name) => h('th', { key: name, scope: 'col' }, t(`room.column.${name}`)))),
    ),
    h(
      'tbody',
      null,
      solutions.map((solution) =>
        h(
          'tr',
          { key: solution.id },
          h('td', null, solution.erased ? tombstone(now.app, solution.erased) : solution.text),
          h('td', null, t(`entryKind.${solution.kind}`)),
          h('td', null, roleBadge(now.app, solution.owner), ' ', now.app.roleName(solution.owner)),
          h('td', null, solution.due ?? '—'),
          h('td', null, promotion(now, solution, now.pending.changes.get(solution.id))),
        )
      ),
    ),
  );
}
