/**
 * The room's parts that its first sight can do without. Each is fetched when it is first to be drawn, and all of them
 * once its member touches the room, so that a line lost later costs no station.
 */
import { h } from '../../ui/dom.js';
import { t } from '../../ui/words.js';

const PARTS = {
  prepare: () => import('./preparing.js').then(it => it.preparePage),
  goals: () => import('./reviewing.js').then(it => it.goalsPage),
  show: () => import('./analysis.js').then(it => it.curvePage),
  comparison: () => import('./comparing.js').then(it => it.comparisonPage),
  solve: () => import('./solving.js').then(it => it.solvePage),
  proposer: () => import('./proposing.js').then(it => it.proposer),
  editor: () => import('./editing.js').then(it => it.editor),
  sparkline: () => import('./sparkline.js').then(it => it.sparkline),
  summary: () => import('./summary.js').then(it => it.summaryPage),
  dialogs: () => import('./dialogs.js').then(it => it.dialogs),
};

const here = new Map();
const coming = new Set();
const failed = new Set();

/** The function that draws the part, or null while it is on its way; the page is drawn again when it has come. */
export function part(app, name) {
  if (!here.has(name) && !failed.has(name)) fetchPart(app, name);
  return here.get(name) ?? null;
}

async function fetchPart(app, name) {
  if (coming.has(name) || here.has(name)) return;
  coming.add(name);
  failed.delete(name);
  try {
    here.set(name, await PARTS[name]());
    app.draw();
  } catch {
    failed.add(name);
    app.draw();
    addEventListener('online', () => fetchPart(app, name), { once: true });
  } finally {
    coming.delete(name);
  }
}

/** What stands in the place of a part that is not here: on its way, or not to be had, with a way to ask again. */
export function without(app, name) {
  if (!failed.has(name)) return h('p', { class: 'empty' }, t('loading'));
  return h('p', { class: 'empty', role: 'alert' }, t('app.unreachable'), ' ',
    h('button', { class: 'small', onclick: () => fetchPart(app, name) }, t('status.again')));
}

/** Returns the function that stops waiting for the first touch. */
export function fetchAtFirstTouch(app) {
  const begun = new AbortController();
  const touched = () => {
    begun.abort();
    for (const name of Object.keys(PARTS)) part(app, name);
  };
  const options = { signal: begun.signal, capture: true };
  for (const type of ['pointerdown', 'keydown']) addEventListener(type, touched, options);
  return () => begun.abort();
}
