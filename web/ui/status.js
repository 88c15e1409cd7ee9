/**
 * The truth about the connection and about what is not yet saved. `statusStrip(app)` stands above every view and says
 * something only when there is something to say; `statusDot(app)` belongs in a view's header, always.
 * `itemState(item)` is the word on a ghost card: an item drawn with it is not told again by the strip. One that is drawn
 * by a remembered part (`memo`) is told there all the same, unless the view calls it besides.
 */
import { h } from './dom.js';
import { refusal, t } from './words.js';

/** Items whose state the view shows itself, anew at every drawing. */
const shown = new Set();

export function beginDrawing() {
  shown.clear();
}

/** What is not saved can be looked at from here, whatever the view shows of it. */
export function statusDot(app) {
  const { state } = app.connection;
  const { unsaved, refused } = app.outbox.counts;
  if (unsaved + refused === 0) {
    return h('span', { class: `status-dot is-${state}`, key: 'dot' }, h('i'), t(`status.${state}`));
  }
  const saving = state === 'live' && unsaved > 0;
  return h(
    'button',
    {
      class: `quiet status-dot is-${saving ? 'saving' : state}`,
      key: 'dot',
      onclick: () => app.showUnsent(),
    },
    h('i'),
    saving ? t('status.saving', { n: unsaved }) : t(`status.${state}`),
  );
}

export function statusStrip(app) {
  return h(
    'div',
    { class: 'status', role: 'status', 'aria-live': 'polite' },
    connection(app),
    done(app),
    mended(app),
    fleeting(app),
    refusals(app),
    orphans(app),
  );
}

const look = (app) => h('button', { onclick: () => app.showUnsent() }, t('status.look'));

/** A moment of connecting at the start is not news. */
const isCut = ({ state, me }) => state === 'offline' || (state === 'connecting' && me);

function connection(app) {
  const { state } = app.connection;
  const { unsaved } = app.outbox.counts;
  const { lasting } = app.storage;
  if (state === 'outdated') {
    return h(
      'p',
      { class: 'strip warn', key: 'outdated' },
      t(app.atRisk ? 'status.outdatedFleeting' : 'status.outdatedLong'),
      unsaved > 0 && look(app),
      h('button', { onclick: () => location.reload() }, t('app.reload')),
    );
  }
  if (app.connection.refusal) {
    return h(
      'p',
      { class: 'strip warn', key: 'refusal' },
      t('status.stranger', { origin: location.origin }),
      h('button', { onclick: () => app.connection.hurry() }, t('status.retry')),
    );
  }
  if (!isCut(app.connection)) return null;
  if (state === 'offline' && !app.connection.me && !unsaved && app.router.current?.name === 'join') return null;
  const why = t(app.connection.storeless ? 'status.storeless' : 'status.cut');
  const words = unsaved
    ? t(lasting ? 'status.offlineUnsaved' : 'status.offlineFleeting', { why, n: unsaved })
    : t(lasting ? 'status.offlineNothing' : 'status.offlineNothingFleeting', { why });
  return h(
    'p',
    { class: 'strip offline', key: 'offline' },
    words,
    unsaved > 0 && look(app),
    h('button', { onclick: () => app.connection.hurry() }, t('status.retry')),
  );
}

/** The device keeps nothing for this page, and something is on it that is not saved. */
function fleeting(app) {
  if (!app.atRisk) return null;
  const held = app.storage.lasting ? 0 : app.outbox.items().length;
  if (held && isCut(app.connection)) return null; // said above
  return h(
    'p',
    { class: 'strip warn', key: 'fleeting' },
    held ? t('status.fleeting', { n: held }) : t('status.fleetingDrafts'),
    held > 0 && look(app),
  );
}

/** What has just been done and shows nowhere else: a key of `status.told`, and the page on which it is said. */
let told = null;

export function tell(app, key) {
  told = { key, on: location.pathname };
  app.draw();
}

function done(app) {
  if (told?.on !== location.pathname) told = null;
  const known = () => {
    told = null;
    app.draw();
  };
  return told &&
    h(
      'p',
      { class: 'strip', key: 'told' },
      t(`status.told.${told.key}`),
      h('button', { onclick: known }, t('status.known')),
    );
}

function mended(app) {
  const known = () => {
    app.drawing.mended = false;
    app.draw();
  };
  return app.drawing.mended &&
    h(
      'p',
      { class: 'strip warn', key: 'mended' },
      t('status.mended'),
      h('button', { onclick: known }, t('status.known')),
    );
}

function refusals(app) {
  const refused = app.outbox.items().filter((item) => item.state === 'refused' && !shown.has(item.id));
  if (refused.length === 0) return null;
  return h('p', { class: 'strip refused', key: 'refused' }, t('status.refused', { n: refused.length }), look(app));
}

/** Half a text is not one that was not sent. */
export function leftWords({ orphans, halfWritten }) {
  const [n, half] = [orphans.items.length, halfWritten.length];
  if (n && half) return t('unsent.leftBoth', { n, half });
  return n ? t('unsent.left', { n }) : half ? t('unsent.leftHalf', { n: half }) : null;
}

/** What others left here. Where one joins it is told in full. */
function orphans(app) {
  const words = leftWords(app);
  if (!words || app.router.current?.name === 'join') return null;
  return h('p', { class: 'strip', key: 'orphans' }, words, look(app));
}

export function itemState(item) {
  shown.add(item.id);
  if (item.state === 'refused') return h('span', { class: 'state refused', role: 'alert' }, refusal(item));
  return h(
    'span',
    { class: `state ${item.state}` },
    t(`state.${item.state === 'saving' && item.held ? item.held : item.state}`),
  );
}
