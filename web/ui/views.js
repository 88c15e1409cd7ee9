/**
 * The pages a way leads to: each a module of its own, fetched with its sheets and words.
 *
 *     fetchView(name) → module      isSoon(coming)      message(words) → a view of one sentence
 */
import { h } from './dom.js';
import { hasten, loadSheet } from './load.js';
import { loadWords, t } from './words.js';

const VIEWS = {
  lobby: () => import('../views/lobby.js'),
  join: () => import('../views/join.js'),
  show: () => import('../views/show.js'),
  room: () => import('../views/room.js'),
  playbook: () => import('../views/playbook.js'),
  replay: () => import('../views/replay.js'),
  report: () => import('../views/report.js'),
  actions: () => import('../views/actions.js'),
};

/** A view with its sheets and words. */
export async function fetchView(name) {
  hasten(name);
  const module = await VIEWS[name]();
  await Promise.all([loadWords(module.words), ...(module.sheets ?? []).map(loadSheet)]);
  return module;
}

/** Whether it is here, or has failed, before anyone could wonder. */
export const isSoon = (coming) =>
  Promise.race([coming.then(() => true, () => true), new Promise((resolve) => setTimeout(resolve, 50, false))]);

/** A view that is nothing but a sentence, and the way out. */
export const message = (words) => ({
  render: () =>
    h(
      'main',
      { class: 'message' },
      h('p', { role: 'alert' }, words),
      h('button', { class: 'primary', onclick: () => location.reload() }, t('app.reload')),
    ),
});
