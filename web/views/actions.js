/** 待办: what was agreed and is not done, mine first; for leads, how the channels fare. */
import { longest } from '../core/acts.js';
import { isMine, isOpen } from '../core/agreed.js';
import { h } from '../ui/dom.js';
import { ghostLine } from '../ui/ghost.js';
import { icon } from '../ui/icon.js';
import { onEnter } from '../ui/ime.js';
import { ROLES } from '../ui/marks.js';
import { byName } from '../ui/order.js';
import { Later } from '../ui/later.js';
import { placesBar, placesTabs } from '../ui/places.js';
import { statusDot } from '../ui/status.js';
import { dueWords } from '../ui/due.js';
import { t } from '../ui/words.js';
import { ownMenu } from '../ui/ownmenu.js';
import { ActionList } from './actions/list.js';
import { readLine } from './actions/line.js';
import { inOrder, parted } from './actions/order.js';
import { overview } from './actions/overview.js';
import { actionRow, rowsOf } from './actions/row.js';
import { actionSheet } from './actions/sheet.js';

export const sheets = ['/css/actions.css', '/css/ui/places.css'];
export const words = ['actions', 'erasing', 'lobby', 'room.agreed'];

const parts = new Later({
  talk: {
    load: () => import('./actions/talk.js').then((it) => it.makeTalk),
    sheets: ['/css/ui/talk.css', '/css/ui/undo.css', '/css/ui/rich.css'],
    words: ['room', 'room.talk', 'room.dialogs'],
  },
});

const SIDES = ['mine', 'all', 'settled'];
const DRAFT = 'action';

export function open(app) {
  const list = new ActionList({ changed: () => app.draw() });
  /** What was ticked since the page was opened stays where it was, as it was. */
  const kept = new Map();
  let side = 'all';
  let channel = null;
  let sheet = null;
  let isMenuOpen = false;
  /** Of which what is said was asked for by the address, as a hit of the search does, and whether it stands open by now. */
  let asked = { action: null, isOpened: false };

  const view = {
    kept,
    get day() {
      return list.day ?? '';
    },
    set(row, state) {
      if (!kept.has(row.action.id)) kept.set(row.action.id, row.action);
      const { id } = row.action;
      app.submit(row.log, 'action.set', { action: id, state }, { slot: `action ${id}` });
      app.draw();
    },
    open(row) {
      const { id } = row.action;
      sheet = actionSheet(app, row, {
        close: () => (sheet = null, app.draw()),
        again: () => sheet ?? view.open(row),
        told: () =>
          [...list.channels ?? [], ...list.settled ?? []].flatMap(({ actions }) => actions).find((one) =>
            one.id === id
          ),
        talk: (...about) => parts.get(app, 'talk')?.(app, ...about) ?? null,
      });
      app.draw();
    },
  };

  function openAsked() {
    const action = new URLSearchParams(location.search).get('said');
    if (action !== asked.action) {
      asked = { action, isOpened: action === null };
      if (action) list.look(true);
    }
    if (asked.isOpened || !list.channels) return;
    const found = rowsOf(app, list, [...list.channels, ...list.settled ?? []]).find((row) => row.action.id === action);
    if (!found) return;
    asked.isOpened = true;
    view.open(found);
  }

  const fetched = parts.fetchSoon(app);
  const saved = app.outbox.saved.on((item) => list.take(item));
  const press = (event) => {
    if (event.key !== 'n' || event.ctrlKey || event.metaKey || event.altKey || sheet) return;
    if (event.target.closest?.('input, textarea, select')) return;
    event.preventDefault();
    document.querySelector('.actions-add input')?.focus();
  };
  document.addEventListener('keydown', press);

  function readDraft() {
    const mine = { owner: app.me.roles?.[0] ?? 'operations', member: app.me.member };
    return readLine(app.drafts.read(DRAFT), { who: whoOf(app), mine, today: list.day ?? '2000-01-01' });
  }

  function add() {
    const read = readDraft();
    const log = list.channels?.find((one) => one.channel === chosen())?.log;
    if (!read.text || !log) return;
    app.submit(log, 'action.add', {
      text: read.text,
      owner: read.owner,
      ...(read.member ? { member: read.member } : {}),
      ...(read.due ? { due: read.due } : {}),
    });
    app.drafts.clear(DRAFT);
    app.draw();
  }

  const named = () =>
    (list.channels ?? []).map((one) => app.directory.get('channel', one.channel)).filter(Boolean).sort(byName);
  /** Into which channel the next one goes: the chosen one, else the first. */
  const chosen = () => channel ?? named()[0]?.id;

  function adder() {
    const channels = named();
    if (channels.length === 0) return null;
    return h(
      'div',
      { class: 'actions-add row', key: 'add' },
      h('input', {
        class: 'grow',
        'aria-label': t('actions.add'),
        placeholder: t('actions.addHint'),
        maxlength: longest('action.add', 'text'),
        'aria-describedby': 'action-understood',
        ...app.drafts.field(DRAFT),
        ...onEnter(add),
      }),
      channels.length > 1 && h(
        'select',
        {
          value: chosen(),
          'aria-label': t('actions.column.channel'),
          onchange: (event) => (channel = event.currentTarget.value),
        },
        channels.map(({ id, name }) => h('option', { key: id, value: id }, name)),
      ),
      h('button', { onclick: add }, t('add')),
      understood(),
    );
  }

  /** What the line is taken for, before it is added. */
  function understood() {
    const read = app.drafts.read(DRAFT).trim() ? readDraft() : null;
    return h(
      'p',
      { key: 'understood', id: 'action-understood', class: 'actions-understood', role: 'status' },
      read && [
        h('span', null, read.member ? app.name(read.member) : app.roleName(read.owner)),
        ' · ',
        h('span', null, read.due ? t('actions.until', { due: dueWords(app, read.due) }) : t('actions.undated')),
        read.unread.length > 0 &&
        h('span', { key: 'unread', class: 'warned' }, t('actions.unread', { words: read.unread.join(' ') })),
      ],
    );
  }

  function group(name, rows) {
    if (rows.length === 0) return null;
    return h(
      'section',
      { key: name, class: 'actions-group', 'aria-label': t(`actions.${name}`) },
      h('h2', null, t(`actions.${name}`), h('span', { class: 'count' }, rows.length)),
      h('ul', { class: 'card' }, rows.map((row) => actionRow(app, view, row))),
    );
  }

  function body() {
    if (!list.channels) return h('p', { class: 'empty' }, t(list.failed ? 'app.unreachable' : 'loading'));
    if (side === 'settled') {
      if (!list.settled) return h('p', { class: 'empty' }, t('loading'));
      const rows = rowsOf(app, list, list.settled);
      const byId = new Map(rows.map((row) => [row.action.id, row]));
      return group('settled', inOrder(rows.map(({ action }) => action), list.day).map(({ id }) => byId.get(id)));
    }
    const { mine, others } = parted(rowsOf(app, list, list.channels), app.me, list.day, kept);
    const added = ({ op }) => op === 'action.add';
    const ghosts = list.channels.flatMap(({ log }) => app.outbox.items(log)).filter(added);
    const untold = list.channels.flatMap(({ log }) => list.savedIn(log)).filter(added);
    return [
      untold.map((item) => h('p', { key: item.id, class: 'ghost' }, item.args.text)),
      ghosts.map((item) => h('p', { key: item.id, class: 'ghost' }, item.args.text, ' ', ghostLine(app, item))),
      group('mine', mine),
      side === 'all' && group('others', others),
      mine.length + (side === 'all' ? others.length : 0) + ghosts.length + untold.length === 0 &&
      h('p', { key: 'none', class: 'empty' }, t('actions.none')),
    ];
  }

  /** By side, how many are open. */
  function counts() {
    if (!list.channels) return {};
    const open = rowsOf(app, list, list.channels).filter(({ action }) => isOpen(action));
    return { mine: open.filter(({ action }) => isMine(action, app.me)).length, all: open.length };
  }

  return {
    title: () => t('opening.actions'),
    held: () =>
      [...(list.channels ?? []), ...(list.settled ?? [])].flatMap(({ log, actions }) =>
        actions.map((record) => ({ kind: 'action', log, record }))
      ),
    close() {
      list.stop();
      saved?.();
      fetched();
      document.removeEventListener('keydown', press);
    },
    render() {
      if (!app.me) return h('main', { class: 'message' }, h('p', { class: 'quiet-text' }, t('loading')));
      openAsked();
      const opened = counts();
      return [
        h(
          'header',
          { class: 'bar' },
          h('h1', { class: 'grow' }, app.organisation?.name ?? t('product')),
          placesBar(app, 'actions'),
          statusDot(app),
          h(
            'button',
            { key: 'search', class: 'quiet', onclick: () => app.search() },
            icon('search'),
            h('span', { class: 'wide' }, t('lobby.search')),
          ),
          ownMenu(app, isMenuOpen, (open) => ((isMenuOpen = open), app.draw())),
        ),
        h(
          'div',
          { class: 'actions' },
          h(
            'main',
            null,
            h(
              'div',
              { class: 'segments', role: 'group', 'aria-label': t('opening.actions') },
              SIDES.map((name) =>
                h(
                  'button',
                  {
                    key: name,
                    class: 'quiet',
                    'aria-pressed': String(side === name),
                    onclick: () => (side = name, list.look(name === 'settled'), app.draw()),
                  },
                  t(`actions.side.${name}`),
                  opened[name] !== undefined && [' ', h('span', { class: 'count' }, opened[name])],
                )
              ),
            ),
            adder(),
            body(),
          ),
          app.me.lead && list.channels && overview(app, list, view),
        ),
        placesTabs(app, 'actions'),
        sheet?.(),
      ];
    },
  };
}

/** Members and roles, by the names they go by here. */
function whoOf(app) {
  const members = app.directory.all('member').filter(({ active }) => active !== false);
  return [
    ...ROLES.map((owner) => ({ name: app.roleName(owner), owner })),
    ...members.map(({ id, name, roles }) => ({ name, owner: roles?.[0] ?? 'operations', member: id })),
  ];
}
