/** One action of the list: its box, its words, who answers for it, until when, and what becomes of it. */
import { AFTER, isLate, isMine, isOpen } from '../../core/agreed.js';
import { h } from '../../ui/dom.js';
import { dueWords } from '../../ui/due.js';
import { icon } from '../../ui/icon.js';
import { roleBadge } from '../../ui/marks.js';
import { overlaid, targetOf } from '../../ui/pending.js';
import { itemState } from '../../ui/status.js';
import { tombstone } from '../../ui/tombstone.js';
import { t } from '../../ui/words.js';

const NEXT = { todo: 'doing', doing: 'done', done: 'todo', dropped: 'todo' };

/** What is on its way, or saved and not told yet, laid over what was told. */
export function rowsOf(app, list, channels) {
  return channels.flatMap(({ log, channel, actions }) => {
    const about = (items, { id }) => items.filter((item) => targetOf(item) === id);
    const [saved, waiting] = [list.savedIn(log), app.outbox.items(log)];
    return actions.map((record) => {
      const own = about(waiting, record);
      const action = overlaid(record, [...about(saved, record), ...own], AFTER);
      return { log, channel, action, item: own.at(-1) };
    });
  });
}

export function actionRow(app, view, row) {
  const { action, item } = row;
  const late = isLate(action, view.day);
  const was = view.kept.get(action.id);
  return h(
    'li',
    {
      key: action.id,
      class: `action is-${action.state}`,
      'data-action': action.id,
      tabindex: '0',
      onkeydown: (event) => keys(view, row, event),
    },
    h(
      'button',
      {
        class: 'action-box',
        role: 'checkbox',
        'aria-checked': action.state === 'doing' ? 'mixed' : String(action.state === 'done'),
        'aria-label': t(`actions.box.${NEXT[action.state]}`, { text: action.text }),
        onclick: () => view.set(row, NEXT[action.state]),
      },
      action.state === 'done' && icon('tick'),
    ),
    roleBadge(app, action.owner),
    h(
      'div',
      { class: 'grow' },
      action.erased ? tombstone(app, action.erased) : h('p', { class: 'action-text' }, action.text),
      h('p', { class: 'action-about' }, about(app, row)),
    ),
    action.member && !isMine(action, app.me) && h('span', { class: 'action-who' }, app.name(action.member)),
    h('span', { class: `action-due ${late ? 'late' : ''}` }, due(app, action, late)),
    was && !isOpen(action) &&
      h('button', { class: 'quiet small', onclick: () => view.set(row, was.state) }, t('actions.undo')),
    item && itemState(item),
    item?.state === 'refused' &&
      h('button', { class: 'small', onclick: () => app.outbox.dismiss(item.id) }, t('status.drop')),
    h('button', {
      class: 'quiet icon-only',
      'aria-label': t('actions.more'),
      onclick: () => view.open(row),
    }, icon('more')),
  );
}

function about(app, { action, channel }) {
  const from = action.from && app.listed.room(action.from.room)?.title;
  return [
    action.state === 'doing' && h('span', { key: 'doing' }, t('actions.doing')),
    action.missed > 0 && h('span', { key: 'missed', class: 'warned' }, t('actions.missed', { n: action.missed })),
    h(
      'span',
      { key: 'from' },
      from ?? t(action.from ? 'actions.agreed' : 'actions.added', { at: app.f.date(action.at) }),
    ),
    action.talk?.comments > 0 &&
    h(
      'span',
      { key: 'said', class: 'action-said', 'aria-label': t('actions.comments', { n: action.talk.comments }) },
      icon('comment'),
      action.talk.comments,
    ),
    h('span', { key: 'channel' }, app.directory.get('channel', channel)?.name),
    action.state === 'dropped' && action.reason && h('span', { key: 'reason' }, action.reason),
  ];
}

function due(app, action, late) {
  if (action.state === 'done' || action.state === 'dropped') return t(`actions.state.${action.state}`);
  if (late && action.due.next) return t('actions.over', { n: action.missed });
  return action.due ? dueWords(app, action.due) : '';
}

function keys(view, row, event) {
  if (event.target !== event.currentTarget) return;
  const rows = [...document.querySelectorAll('.action')];
  const at = rows.indexOf(event.currentTarget);
  const to = { ArrowDown: rows[at + 1], ArrowUp: rows[at - 1] }[event.key];
  if (to) to.focus();
  else if (event.key === ' ') view.set(row, NEXT[row.action.state]);
  else if (event.key === 'Enter') view.open(row);
  else return;
  event.preventDefault();
}
