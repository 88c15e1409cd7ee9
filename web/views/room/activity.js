/** What happened in the room, the newest first, by person and by kind: read when it is looked at. */
import { api } from '../../core/http.js';
import { dialog } from '../../ui/dialog.js';
import { h } from '../../ui/dom.js';
import { byName } from '../../ui/order.js';
import { knows, refusal, t } from '../../ui/words.js';
import { stationName } from './announce.js';
import { deedWords, sortOf } from './deeds.js';

const SORTS = ['steering', 'issue', 'solution'];

/** The way there. `about`: of one record. */
export const activityButton = (now, { about = null, small = false } = {}) =>
  h(
    'button',
    { key: 'activity', class: small ? 'small' : null, onclick: () => openActivity(now, about) },
    t('activity.open'),
  );

export function openActivity(now, about = null) {
  now.ui.opened.show({ name: 'activity', about, deeds: [], more: false, by: null, sort: null, error: null, asked: 0 });
  look(now);
}

async function look(now, { before } = {}) {
  const { ui: { opened }, log } = now;
  const { dialog } = opened;
  const { by, about } = dialog;
  const query = Object.entries({ log, before, by, about }).filter(([, value]) => value).map(([key, value]) =>
    `${key}=${encodeURIComponent(value)}`
  );
  const earlier = before ? dialog.deeds : [];
  opened.change({ isComing: true, asked: dialog.asked + 1 });
  const { asked } = opened.dialog;
  const found = await api(`/api/activity?${query.join('&')}`).then(
    ({ deeds, more }) => ({ deeds: [...earlier, ...deeds], more, error: null }),
    (error) => ({ error }),
  );
  if (opened.dialog?.time === dialog.time && opened.dialog.asked === asked) {
    opened.change({ ...found, isComing: false });
  }
}

export function activity(now, close) {
  const { deeds, more, error, isComing, sort } = now.ui.opened.dialog;
  const shown = deeds.filter((deed) => !sort || sortOf(deed) === sort);
  const last = deeds.at(-1);
  return dialog(
    { title: t('activity.title'), close, wide: true },
    filters(now),
    error &&
      h(
        'p',
        { class: 'error', role: 'alert' },
        refusal(error),
        ' ',
        h('button', { class: 'small', onclick: () => look(now) }, t('status.again')),
      ),
    h('ol', { class: 'deeds', 'aria-label': t('activity.title') }, shown.map((deed) => line(now, deed))),
    shown.length === 0 && !isComing && !error &&
      h('p', { class: 'empty' }, t(deeds.length ? 'activity.noneSuch' : 'activity.none')),
    isComing && h('p', { class: 'quiet-text', role: 'status' }, t('loading')),
    more && !isComing &&
      h('button', { class: 'small', onclick: () => look(now, { before: last.seq }) }, t('activity.more')),
  );
}

function filters(now) {
  const { app, ui: { opened } } = now;
  const { by, sort } = opened.dialog;
  const members = app.directory.all('member').sort(byName);
  const choose = (member) => {
    opened.change({ by: member || null, deeds: [], more: false });
    look(now);
  };
  return h(
    'p',
    { class: 'row deed-filters' },
    h(
      'select',
      { 'aria-label': t('activity.who'), onchange: ({ currentTarget }) => choose(currentTarget.value) },
      h('option', { value: '', selected: !by }, t('activity.everyone')),
      members.map(({ id }) => h('option', { key: id, value: id, selected: id === by }, app.name(id))),
    ),
    h(
      'span',
      { class: 'segments', role: 'group', 'aria-label': t('activity.what') },
      [null, ...SORTS].map((one) =>
        h('button', {
          key: one ?? 'all',
          class: 'quiet',
          'aria-pressed': String(one === sort),
          onclick: () => opened.change({ sort: one }),
        }, t(one ? `activity.kinds.${one}` : 'activity.all'))
      ),
    ),
  );
}

function line(now, deed) {
  const { app, log, records, f, room } = now;
  const { who, words } = deedWords(deed, {
    t,
    knows,
    stationName,
    name: (member) => app.name(member),
    record: (kind, id) => records.get(kind, id),
  });
  return h(
    'li',
    { key: `${deed.seq} ${deed.op} ${deed.by}` },
    h(
      'time',
      null,
      room.phase === 'closed'
        ? h('a', { href: `/replay/${log}#${deed.seq}`, title: t('activity.replayed') }, f.when(deed.at))
        : f.when(deed.at),
    ),
    h('b', { class: deed.by ? null : 'quiet-text' }, who),
    h('span', null, cardOf(now, deed, words)),
  );
}

/** What is about one card leads to it. */
function cardOf({ log, ui, records }, { about }, words) {
  const [{ kind, id } = {}] = about;
  if (about.length !== 1 || kind !== 'issue' || !records.get('issue', id)) return words;
  return h('a', {
    href: `/room/${log}?issue=${id}`,
    onclick: (event) => {
      if (event.ctrlKey || event.metaKey || event.shiftKey) return;
      event.preventDefault();
      ui.opened.close();
      ui.sheet.show(id);
    },
  }, words);
}
