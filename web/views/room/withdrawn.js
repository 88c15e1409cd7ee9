/** For leads: the cards that were withdrawn and the solutions that were dropped, whose words are kept until they are erased. */
import { api } from '../../core/http.js';
import { dialog } from '../../ui/dialog.js';
import { h } from '../../ui/dom.js';
import { eraseForm } from '../../ui/erasing.js';
import { icon } from '../../ui/icon.js';
import { roleBadge } from '../../ui/marks.js';
import { itemState } from '../../ui/status.js';
import { refusal, t } from '../../ui/words.js';
import { acts } from './acts.js';

/** The way there. They are in nobody's records, and asked for when they are looked at. */
export const withdrawnButton = (now) =>
  now.me.lead && h('button', { key: 'withdrawn', onclick: () => open(now) }, icon('erase'), t('room.withdrawn.title'));

function open(now) {
  now.ui.opened.show({ name: 'withdrawn', list: null, error: null, chosen: null });
  look(now);
}

async function look({ ui: { opened }, log }) {
  const { dialog } = opened;
  const found = api(`/api/withdrawn?log=${log}`).then(({ withdrawn: list }) => ({ list, error: null }));
  opened.change(await found.catch((error) => ({ error })), dialog);
}

export function withdrawn(now, close) {
  const { list, error } = now.ui.opened.dialog;
  return dialog(
    { title: t('room.withdrawn.title'), close },
    h('p', { class: 'quiet-text' }, t('room.withdrawn.why')),
    error && h(
      'p',
      { class: 'error', role: 'alert' },
      refusal(error),
      ' ',
      h('button', { class: 'small', onclick: () => look(now) }, t('status.again')),
    ),
    !list && !error && h('p', { class: 'quiet-text' }, t('loading')),
    list?.length === 0 && h('p', { class: 'empty' }, t('room.withdrawn.none')),
    list &&
      h('ul', { class: 'withdrawn', 'aria-label': t('room.withdrawn.title') }, list.map((record) => line(now, record))),
  );
}

function line(now, { kind, id, role, text, entry }) {
  const { app, ui: { opened }, log } = now;
  const { dialog } = opened;
  const items = app.outbox.items(log).filter((item) => item.op === `${kind}.erase` && item.args[kind] === id);
  const choose = (chosen) => opened.change({ chosen });
  const erase = (args) => {
    acts.erase(now, kind, id, args).answer.then(({ saved }) =>
      saved && opened.dialog?.time === dialog.time && look(now)
    );
    choose(null);
  };
  return h(
    'li',
    { key: id },
    h(
      'p',
      { class: 'issue-head' },
      roleBadge(app, role),
      h('span', { class: 'label' }, t(`room.withdrawn.${kind}`)),
      items.map((item) => itemState(item)),
    ),
    h('p', { class: 'issue-text' }, text),
    dialog.chosen === id
      ? eraseForm(app, { kind, id, onward: kind === 'issue' || entry, send: erase })
      : items.length === 0 &&
        h(
          'p',
          { class: 'row end' },
          h('button', { class: 'small danger', onclick: () => choose(id) }, t('erasing.erase')),
        ),
    items.filter((item) => item.state === 'refused').map((item) =>
      h('button', { key: item.id, class: 'small quiet', onclick: () => app.outbox.dismiss(item.id) }, t('status.drop'))
    ),
  );
}
