/** The board as it stood at a stop: to look at alone. */
import { h } from '../../ui/dom.js';
import { kindMark, LANES, roleBadge, roleSign } from '../../ui/marks.js';
import { tombstone } from '../../ui/tombstone.js';
import { plain } from '../../ui/plain.js';
import { t } from '../../ui/words.js';
import { byNumber } from '../room/order.js';
import { stack } from '../room/stack.js';
import { stacked } from '../room/stacks.js';

export function board(app, { records }, subjects) {
  const issues = [...(records.issue ?? [])].sort(byNumber);
  const solutions = records.solution ?? [];
  const others = [...new Set(issues.map(({ role }) => role))].filter((role) => !LANES.includes(role));
  const [progress] = records.progress ?? [];
  const [room] = records.room ?? [];
  /** Until they are turned, how many there are is all that is told. */
  const isHidden = progress?.cards !== undefined;
  const { tops, heads } = stacked(issues, records.group ?? [], byNumber);
  return h(
    'div',
    { class: 'replay-board', role: 'group', 'aria-label': t('replay.board'), tabindex: '0' },
    isHidden && h('p', { class: 'banner' }, t('replay.before', { n: progress.cards })),
    h(
      'div',
      { class: 'replay-lanes' },
      [...LANES, ...others].map((role) =>
        lane(app, role, tops.filter((issue) => issue.role === role), {
          heads,
          subjects,
          template: room?.template,
          hidden: isHidden ? progress.lanes?.[role] ?? 0 : 0,
        })
      ),
      solutions.length > 0 && h(
        'section',
        { key: 'solutions', class: 'replay-lane' },
        h('h2', null, t('activity.kinds.solution'), h('small', null, solutions.length)),
        solutions.map((solution) =>
          card(app, solution, subjects, [
            h('span', { class: 'label accent' }, t(`entryKind.${solution.kind}`)),
            roleBadge(app, solution.owner),
          ])
        ),
      ),
    ),
  );
}

function lane(app, role, issues, { heads, subjects, template, hidden }) {
  return h(
    'section',
    { key: role, class: 'replay-lane' },
    h('h2', null, roleSign(role), app.roleName(role), h('small', null, issues.length + hidden)),
    issues.map((issue) => {
      const head = [
        issue.no && h('span', { class: 'no' }, `#${issue.no}`),
        kindMark(issue.kind, template),
        issue.offset !== undefined && h('time', null, app.f.offset(issue.offset)),
        issue.votes > 0 && h('span', { class: 'total' }, '♥ ', issue.votes),
      ];
      const group = heads.get(issue.id);
      return group ? pile(app, group, subjects, head) : card(app, issue, subjects, head);
    }),
  );
}

/** Cards that were put together: one, with a name, and each of them as a line. */
function pile(app, group, subjects, head) {
  const isSubject = [group, ...group.cards].some(({ id }) => subjects.has(id));
  return h(
    'article',
    { key: group.id, class: `replay-card stack ${isSubject ? 'is-subject' : ''}` },
    h('p', { class: 'issue-head' }, head),
    stack({ app }, group),
  );
}

function card(app, record, subjects, head) {
  return h(
    'article',
    { key: record.id, class: `replay-card ${subjects.has(record.id) ? 'is-subject' : ''}` },
    h('p', { class: 'issue-head' }, head),
    record.erased ? tombstone(app, record.erased) : h('p', null, record.owner ? plain(record.text) : record.text),
    record.tags?.length > 0 && h('p', { class: 'quiet-text tiny' }, record.tags.map((tag) => `#${tag}`).join(' ')),
  );
}
