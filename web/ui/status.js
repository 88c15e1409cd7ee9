/**
 * The truth about the connection and about what is not yet saved. `statusStrip(app)` stands above every view and says
 * something only when there is something to say; `statusDot(app)` belongs in a view's header, always.
 * `itemState(item)` is the word on a ghost card: an item drawn with it is not told again by the strip. Do not call it
 * inside `memo`.
 */
import { h } from './dom.js';
import { refusal, t } from './words.js';

/** Items whose state the view shows itself, anew at every drawing. */
const shown = new Set();

export function beginDrawing() {
  shown.clear();
}

export function statusDot(app) {
  const { state } = app.connection;
  const { unsaved } = app.outbox.counts;
  const words = state === 'live' && unsaved ? t('status.saving', { n: unsaved }) : t(`status.${state}`);
  return h('span', { class: `status-dot is-${state === 'live' && unsaved ? 'saving' : state}` }, h('i'), words);
}

export function statusStrip(app) {
  return h('div', { class: 'status', role: 'status', 'aria-live': 'polite' }, connection(app), refusals(app));
}

function connection(app) {
  const { state } = app.connection;
  const { unsaved } = app.outbox.counts;
  if (state === 'outdated') {
    return h('p', { class: 'strip warn', key: 'outdated' }, t('status.outdatedLong'),
      h('button', { onclick: () => location.reload() }, t('app.reload')));
  }
  if (app.connection.refusal) {
    return h('p', { class: 'strip warn', key: 'refusal' }, t('status.stranger', { origin: location.origin }),
      h('button', { onclick: () => app.connection.hurry() }, t('status.retry')));
  }
  // A moment of connecting at the start is not news.
  if (state !== 'offline' && !(state === 'connecting' && app.connection.me)) return null;
  if (state === 'offline' && !app.connection.me && !unsaved && app.router.current?.name === 'join') return null;
  return h('p', { class: 'strip offline', key: 'offline' },
    unsaved ? t('status.offlineUnsaved', { n: unsaved }) : t('status.offlineNothing'),
    h('button', { onclick: () => app.connection.hurry() }, t('status.retry')));
}

function refusals(app) {
  const refused = app.outbox.items().filter(item => item.state === 'refused' && !shown.has(item.id));
  if (refused.length === 0) return null;
  return h('details', { class: 'strip refused', key: 'refused' },
    h('summary', null, t('status.refused', { n: refused.length })),
    h('ul', null, refused.map(item =>
      h('li', { key: item.id },
        h('span', null, wordsOf(item)), h('em', null, refusal(item)),
        h('button', { onclick: () => app.outbox.retry(item.id) }, t('status.again')),
        h('button', { onclick: () => app.outbox.dismiss(item.id) }, t('status.drop'))))));
}

/** What a command said, for someone who wants it back. */
function wordsOf(item) {
  const { text, words, title, name } = item.args;
  const act = t(`act.${item.op}`);
  const said = text ?? words ?? title ?? name;
  return said ? `${act}：${said}` : act;
}

export function itemState(item) {
  shown.add(item.id);
  if (item.state === 'refused') return h('span', { class: 'state refused', role: 'alert' }, refusal(item));
  return h('span', { class: `state ${item.state}` }, t(`state.${item.state}`));
}
