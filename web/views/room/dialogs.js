/** The room's dialogs, one at a time. */
import { dialog } from '../../ui/dialog.js';
import { h } from '../../ui/dom.js';
import { eraseDialog } from '../../ui/erasing.js';
import { roleBadges } from '../../ui/marks.js';
import { byName } from '../../ui/order.js';
import { t } from '../../ui/words.js';
import { activity, activityButton } from './activity.js';
import { acts } from './acts.js';
import { cardMenu } from './cardmenu.js';
import { groupDialog } from './groupdialog.js';
import { handDialog } from './handdialog.js';
import { linkDialog } from './link.js';
import { actDialog } from './made.js';
import { may } from './phases.js';
import { minutesDialog } from './plan.js';
import { promoteDialog } from './promote.js';
import { tagDialog } from './tagdialog.js';
import { unansweredDialog } from './unanswered.js';
import { withdrawn, withdrawnButton } from './withdrawn.js';

const DIALOGS = {
  keys,
  people,
  facilitate,
  link: linkDialog,
  promote: promoteDialog,
  erase,
  withdrawn,
  tag: tagDialog,
  reopen,
  eraseComment,
  group: groupDialog,
  hand: handDialog,
  minutes: minutesDialog,
  unanswered: unansweredDialog,
  act: actDialog,
  activity,
  card: cardMenu,
};

export function dialogs(now) {
  const { opened } = now.ui;
  return DIALOGS[opened.dialog.name](now, () => opened.close());
}

/** What each key does, by the name of its words. */
export const KEYS = {
  keys: '?',
  search: '/',
  new: 'N',
  lanes: '1 – 6',
  cards: '← → ↑ ↓',
  move: 'Shift ↑ ↓',
  vote: '+ −',
  edit: 'E',
  metric: 'M',
  group: 'G',
  open: 'Enter',
  turn: 'J K',
  say: 'R W S T',
  undo: 'U',
  projector: 'P',
  copy: 'C',
  print: 'P',
  enter: 'Enter',
  line: 'Shift+Enter',
  leave: 'Esc',
};

/** Of one page: in the report P prints, and elsewhere opens the wall. */
const OF_REPORT = ['copy', 'print'];
const isOf = (name, page) => page === 'summary' ? name !== 'projector' : !OF_REPORT.includes(name);

function keys(now, close) {
  return dialog(
    { title: t('room.keys'), close },
    h(
      'dl',
      { class: 'keys' },
      Object.entries(KEYS).filter(([name]) => isOf(name, now.page)).map(([name, key]) => [
        h('dt', null, h('kbd', null, key)),
        h('dd', null, t(`room.key.${name}`)),
      ]),
    ),
  );
}

/** Who is here, and the facilitation handed over. */
function people(now, close) {
  const { app, room, me, present } = now;
  const here = new Map([[me.member, 'reading'], ...present]);
  const members = app.directory.all('member').filter((member) => member.active !== false);
  members.sort((a, b) => here.has(b.id) - here.has(a.id) || byName(a, b));
  return dialog(
    { title: t('room.people'), close },
    h(
      'ul',
      { class: 'people-list' },
      members.map((member) =>
        h(
          'li',
          { key: member.id },
          roleBadges(app, member.roles),
          h(
            'span',
            { class: 'grow' },
            app.name(member.id),
            member.id === room.facilitator && h('span', { class: 'label accent' }, t('room.facilitator')),
          ),
          h(
            'span',
            { class: `here ${here.get(member.id) ?? 'gone'}` },
            now.isLive && (here.has(member.id) ? t(`room.doing.${here.get(member.id)}`) : t('room.notHere')),
          ),
          may.move(room, me) && member.id !== room.facilitator && here.has(member.id) &&
            h('button', {
              class: 'small',
              'aria-label': t('room.handTo', { name: app.name(member.id) }),
              onclick: () => acts.hand(now, member.id),
            }, t('room.hand')),
        )
      ),
    ),
    h('p', { class: 'row end' }, activityButton(now, { small: true })),
  );
}

/** What only the facilitator sets: the votes each member has, and who facilitates. */
function facilitate(now, close) {
  const { app, room, me, ui } = now;
  const changes = may.budget(room, me);
  const change = (by, label, sign) =>
    h('button', {
      'aria-label': label,
      disabled: !changes || room.votes + by < 1 || room.votes + by > 20,
      onclick: () => acts.budget(now, room.votes + by),
    }, sign);
  const handOver = () => ui.opened.show({ name: 'people' });
  return dialog(
    { title: t('room.facilitate'), close },
    h(
      'div',
      { class: 'fields' },
      h(
        'div',
        { class: 'field' },
        h('span', null, t('room.budget')),
        h(
          'div',
          { class: 'stepper' },
          change(-1, t('room.fewer'), '−'),
          h('output', null, t('room.votesEach', { n: room.votes })),
          change(1, t('room.more'), '+'),
        ),
      ),
      capField(now, changes),
      !changes && h('p', { class: 'quiet-text tiny' }, t('room.budgetFixed')),
      h(
        'div',
        { class: 'field' },
        h('span', null, t('room.facilitator')),
        h(
          'p',
          { class: 'row' },
          h('b', null, app.name(room.facilitator)),
          h('button', { class: 'small', onclick: handOver }, t('room.handOver')),
        ),
      ),
      may.reveal(room, me) && h('p', { class: 'quiet-text' }, t('room.revealHint')),
      h(
        'p',
        { class: 'row', key: 'more' },
        h('button', { class: 'small', onclick: () => ui.opened.show({ name: 'minutes' }) }, t('plan.title')),
        h('a', { class: 'button small', href: `${location.pathname}?projector`, target: '_blank' }, t('room.project')),
      ),
      withdrawnButton(now),
    ),
  );
}

/** A lead has a comment's words erased. */
function eraseComment(now, close) {
  const { id, text } = now.ui.opened.dialog;
  return eraseDialog(now.app, {
    kind: 'comment',
    id,
    words: text,
    close,
    onward: false,
    send: (args) => acts.erase(now, 'comment', id, args),
  });
}

/** How many of one's votes may go to one card; beyond the budget it says nothing. */
function capField(now, changes) {
  const { room } = now;
  const cap = Math.min(room.cap ?? room.votes, room.votes);
  const set = (n) => acts.cap(now, n >= room.votes ? 0 : n);
  return h(
    'div',
    { class: 'field', key: 'cap' },
    h('span', null, t('room.cap')),
    h(
      'div',
      { class: 'stepper' },
      h(
        'button',
        { 'aria-label': t('room.capLess'), disabled: !changes || cap <= 1, onclick: () => set(cap - 1) },
        '−',
      ),
      h('output', null, cap === room.votes ? t('room.noCap') : t('room.votesEach', { n: cap })),
      h('button', {
        'aria-label': t('room.capMore'),
        disabled: !changes || cap >= room.votes,
        onclick: () => set(cap + 1),
      }, '+'),
    ),
  );
}

/** A lead has a card's or a solution's words erased. */
function erase(now, close) {
  const { kind, id } = now.ui.opened.dialog;
  const record = now.records.get(kind, id);
  if (!record || record.erased) return null;
  return eraseDialog(now.app, {
    kind,
    id,
    words: record.text,
    close,
    onward: kind === 'issue' || Boolean(record.promotion),
    send: (args) => acts.erase(now, kind, id, args),
  });
}

/** A closed review goes on: everyone in it is brought along. */
function reopen(now, close) {
  const go = () => {
    acts.move(now, { phase: 'solve' });
    close();
  };
  return dialog(
    { title: t('room.reopen'), close },
    h(
      'div',
      { class: 'fields' },
      h('p', null, t('room.reopenTells')),
      h(
        'div',
        { class: 'row end' },
        h('button', { onclick: close }, t('room.keepClosed')),
        h('button', { class: 'primary', onclick: go }, t('room.reopen')),
      ),
    ),
  );
}
