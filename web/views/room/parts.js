/**
 * The room's parts that its first sight can do without. Each is fetched when it is first to be drawn, and all of them
 * once its member touches the room, so that a line lost later costs no station.
 */
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

/** The function that draws the part, or null while it is on its way; the page is drawn again when it has come. */
export function part(app, name) {
  if (!here.has(name)) fetchPart(app, name);
  return here.get(name) ?? null;
}

async function fetchPart(app, name) {
  if (coming.has(name)) return;
  coming.add(name);
  try {
    here.set(name, await PARTS[name]());
    app.draw();
  } catch {
    addEventListener('online', () => app.draw(), { once: true });
  } finally {
    coming.delete(name);
  }
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
