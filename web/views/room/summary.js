/** The review is over: its report, how it is sent round, and what it was worth. */
import { h } from '../../ui/dom.js';
import { ofShow, sourced } from '../../ui/figure.js';
import { icon } from '../../ui/icon.js';
import { roleBadge } from '../../ui/marks.js';
import { tombstone } from '../../ui/tombstone.js';
import { refusal, t } from '../../ui/words.js';
import { content } from '../report/content.js';
import { sheet } from '../report/sheet.js';
import { activityButton } from './activity.js';
import { openMentioned } from './mentioned.js';
import { ReportReader } from './reportreader.js';
import { sendCard } from './sending.js';
import { promotion } from './solutions.js';
import { timeCard } from './timespent.js';
import { trendCard } from './trendcard.js';
import { withdrawnButton } from './withdrawn.js';
import { worthCard } from './worth.js';

export function summaryPage(now) {
  const { app, ui, log, f, room } = now;
  const reader = ui.kept('report', () => new ReportReader(log, () => app.draw()));
  reader.want(stateOf(now));
  const { report } = reader;
  const told = report && content(report, {
    f,
    t,
    roleName: (role) => app.roleName(role),
    name: ({ member }) => member && app.name(member),
  });
  return h(
    'div',
    { class: 'summary report-page', created: () => openMentioned(now) },
    h('div', { class: 'report-main' }, report ? [stale(now, reader), drawn(now, told)] : waiting(reader)),
    h(
      'aside',
      { class: 'report-aside' },
      told && sendCard(now, told),
      worthCard(now),
      report && timeCard(now, report),
      report && trendCard(now, report),
      h(
        'p',
        { class: 'row' },
        room.phase === 'closed' && h('a', { class: 'button', href: `/replay/${log}` }, icon('clock'), t('replay.open')),
        activityButton(now),
      ),
      h(
        'p',
        { class: 'row' },
        h('a', { class: 'button', href: '/playbook' }, icon('book'), t('room.toPlaybook')),
        h('a', { class: 'button', href: '/' }, t('room.toLobby')),
        withdrawnButton(now),
      ),
    ),
  );
}

function drawn(now, told) {
  const { app, records, room, shows } = now;
  return sheet(told, {
    t,
    headed: h(
      'p',
      { class: room.phase === 'closed' ? 'label good' : 'label' },
      t(room.phase === 'closed' ? 'room.closed' : 'room.notClosed'),
    ),
    badge: (role) => roleBadge(app, role),
    tombstone: (erased) => tombstone(app, erased),
    figure: ({ show, metric, value }, text) =>
      shows[show]?.ready ? sourced(app, { metric, value, of: () => ofShow(shows[show].records) }, text) : text,
    beside: ({ id }) => {
      const solution = records.get('solution', id);
      return solution && h('span', { class: 'beside' }, promotion(now, solution, now.pending.changes.get(id)));
    },
  });
}

function waiting({ failed, ask }) {
  if (!failed) return h('p', { class: 'empty', role: 'status' }, t('loading'));
  return h('p', { class: 'empty', role: 'alert' }, refusal(failed), ' ', again(ask));
}

/** Cut off, the last that was read can be sent all the same. */
function stale({ f }, reader) {
  if (!reader.failed) return null;
  return h(
    'p',
    { class: 'report-stale', role: 'status' },
    t('report.stale', { time: f.time(reader.readAt) }),
    ' ',
    again(() => reader.ask()),
  );
}

const again = (ask) => h('button', { class: 'small', onclick: ask }, t('status.again'));

/** All that the report is made of, as far as this page is told of it. */
function stateOf({ records, room, shows, app }) {
  const one = ({ id, edited, votes, erased, promotion, state, chosen, actions }) => [
    id,
    edited,
    votes,
    Boolean(erased),
    promotion?.state,
    state,
    chosen,
    actions?.map(({ state }) => state),
  ];
  return JSON.stringify([
    room.title,
    room.phase,
    room.closedAt,
    records.only('progress'),
    records.all('solution').map(one),
    records.all('issue').map(one),
    shows.map(({ latest, title, start, end }) => [latest?.values, title, start, end]),
    shows.map(({ records: show }) => show.all('goal').map(({ id, value }) => [id, value])),
    [...new Set(shows.map(({ channel }) => channel))].map((channel) => actionsOf(app, channel)),
  ]);
}

function actionsOf(app, channel) {
  const log = app.directory.get('channel', channel)?.log;
  return log ? app.records.log(log).all('action').map(({ id, state, edited }) => [id, state, edited]) : [];
}
