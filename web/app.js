/**
 * Where the parts meet. `App` is what every view is given:
 *
 *     app.records, app.connection, app.outbox, app.clock, app.drafts, app.f (format)
 *     app.me            { member, name, roles, lead, directory, playbook } as the directory has it now, or null
 *     app.directory     LogRecords of the organisation
 *     app.listed        the shows and rooms of its channels (core/listed.js)
 *     app.submit(log, op, args, { on?, note?, slot? }) → outbox item   (see core/outbox.js)
 *     app.name(member) · app.roleName(role) · app.may(op), app.mayBring(op)  (core/acts.js)
 *     app.go(path) · app.draw()   asks for the page to be drawn again, once per frame; news does so by itself (ui/pace.js)
 *     app.mended        a drawing has thrown and the page was drawn anew: the strip says so
 *     app.asked         how often that was asked: what stands on the page besides news has not changed while it is the same
 *
 * A view is a module with `open(app, params)` → `{ title(), render(), close?() }` and, if it has sheets of its own,
 * `sheets = ['/css/….css']` and `words = ['part', …]` (ui/words.js). `render` returns vnodes (ui/dom.js) and is called after every change of records, outbox,
 * connection or `app.draw()`; state of the view itself lives in its closure.
 */
import { admits, brings } from './core/acts.js';
import { remember, takeAfterwards } from './core/afterwards.js';
import { Clock } from './core/clock.js';
import { Connection } from './core/connection.js';
import { takeEarly, takeEarlyLists } from './core/greeting.js';
import { api } from './core/http.js';
import { Listed } from './core/listed.js';
import { local } from './core/local.js';
import { calling } from './core/names.js';
import { Orphans } from './core/orphans.js';
import { Outbox } from './core/outbox.js';
import { Records } from './core/records.js';
import { Router } from './core/router.js';
import { Storage } from './core/storage.js';
import { uuid7 } from './core/uuid7.js';
import { aboutOf } from './ui/about.js';
import { cleanFields } from './ui/cleaning.js';
import { h, patch, wipe } from './ui/dom.js';
import { Drafts } from './ui/drafts.js';
import { focusAgain, focused } from './ui/focus.js';
import { makeFormat } from './ui/format.js';
import { icon } from './ui/icon.js';
import { wear } from './ui/load.js';
import { Pace } from './ui/pace.js';
import { beginDrawing, statusDot, statusStrip } from './ui/status.js';
import { halfWrittenIn, unsentDialog } from './ui/unsent.js';
import { fetchView, isSoon, layOutView, message } from './ui/views.js';
import { language, preferred, speak, t } from './ui/words.js';

/** Whose page this is, for as long as they are signed in; and who that was, for when they are not. */
const LAST_MEMBER = 'member';
const WAS_HERE = 'was-here';
/** The member who was removed while signed in here: their half-written words have no field to stand in any more. */
const REMOVED = 'removed';

class App {
  clock = new Clock();
  records = new Records();
  router = new Router();
  drafts = new Drafts();
  storage = new Storage();
  view = null;
  asked = 0;
  mended = false;
  #root;
  #opened = 0;
  #drawn = 0;
  #shown = 0;
  #drawing = false;
  #pace = new Pace(() => this.#drawSoon());
  #format = null;
  #called = { names: new Map() };
  #unsent = null;
  /** What a member who was removed had half written, in the shape of the outbox's items. */
  halfWritten = [];

  constructor(root) {
    this.#root = root;
    this.outbox = new Outbox({ storage: this.storage });
    this.orphans = new Orphans({ storage: this.storage, outbox: this.outbox });
    this.connection = new Connection({
      url: `${location.protocol === 'https:' ? 'wss' : 'ws'}://${location.host}/live?lists=channels`,
      tab: uuid7(),
      records: this.records,
      outbox: this.outbox,
      clock: this.clock,
      probe: isStranger,
      open: (address) => takeEarly(address) ?? new WebSocket(address, 'aftershow.v1'),
    });
    this.listed = new Listed({ records: this.records, connection: this.connection });
  }

  start() {
    for (const news of [this.records.changed, this.connection.presence.changed]) news.on(() => this.#pace.hear());
    for (const news of [this.outbox, this.orphans, this.storage, this.drafts]) news.changed.on(() => this.draw());
    this.drafts.changed.on(() => this.#loadHalfWritten());
    this.connection.changed.on((state) => {
      if (state === 'signedOut') this.signedOut();
      this.draw();
    });
    this.connection.welcomed.on((me) => this.#recognise(me));
    this.router.changed.on(() => this.#route());
    addEventListener('storage', ({ key }) => key && this.drafts.heard(key));
    addEventListener('online', () => this.connection.hurry());
    addEventListener('offline', () => this.connection.cut());
    addEventListener('visibilitychange', () => document.hidden || this.connection.hurry());
    addEventListener('beforeunload', (event) => this.atRisk && (event.preventDefault(), (event.returnValue = true)));
    cleanFields();
    this.#layOut();
    this.router.start();
    this.drafts.sweep();
    const known = local.getItem(LAST_MEMBER);
    if (known) {
      this.drafts.open(known);
      this.drafts.inherit();
    }
    this.#loadUnsent(known);
    this.listed.at(this.router.current?.name, takeEarlyLists());
    this.connection.look(this.router.current?.params.log);
    if (this.router.current?.name !== 'join') this.connection.start();
    this.#route();
  }

  #loadHalfWritten() {
    const removed = local.getItem(REMOVED);
    this.halfWritten = removed ? halfWrittenIn(this.drafts.of(removed)) : [];
  }

  get me() {
    const me = this.connection.me;
    if (!me) return null;
    const record = this.records.log(me.directory).get('member', me.member);
    return record ? { ...me, name: record.name, roles: record.roles, lead: Boolean(record.lead) } : me;
  }

  get directory() {
    return this.records.log(this.connection.me?.directory ?? '');
  }

  get organisation() {
    return this.directory.only('organisation');
  }

  get zone() {
    return this.organisation?.zone ?? 'Asia/Shanghai';
  }

  get f() {
    if (this.#format?.language !== language || this.#format?.zone !== this.zone) {
      this.#format = { language, zone: this.zone, ...makeFormat(language, this.zone) };
    }
    return this.#format;
  }

  /** The member who was last signed in here: `{ member, name, organisation }`, or null. */
  get wasHere() {
    return JSON.parse(local.getItem(WAS_HERE) ?? 'null');
  }

  submit(log, op, args = {}, { on, note, slot } = {}) {
    const occurredAt = this.connection.state === 'live' ? undefined : Math.round(this.clock.now());
    const writer = (this.me ?? this.wasHere)?.name;
    const about = aboutOf(this.records.log(log), args);
    return this.outbox.submit({ log, op, args, on, note, slot, occurredAt, writer, about });
  }

  /** Every command that is not saved, one's own and what others left here; with `leave`, before signing out. */
  showUnsent({ leave } = {}) {
    this.#unsent = unsentDialog(this, { leave, close: () => ((this.#unsent = null), this.draw()) });
    this.draw();
  }

  /** Whether something typed would be gone with this page. */
  get atRisk() {
    const kept = this.storage.lasting || this.outbox.items().length + this.orphans.items.length === 0;
    return !kept || !this.drafts.lasting;
  }

  /** The server has said who is here. A page that stood open for someone else begins anew. */
  #recognise({ member, name, organisation }) {
    const another = this.drafts.member !== null && this.drafts.member !== member;
    local.setItem(LAST_MEMBER, member);
    local.setItem(WAS_HERE, JSON.stringify({ member, name, organisation }));
    this.drafts.open(member);
    this.#loadUnsent(member);
    if (!another) return;
    // After the welcome that told so has been dealt with.
    queueMicrotask(() => this.connection.restart());
    this.#route();
  }

  async #loadUnsent(member) {
    this.#loadHalfWritten();
    if (member) await this.outbox.open(member);
    await this.orphans.look();
  }

  /** What tells this member from all others (core/names.js). */
  name(member) {
    const { directory } = this;
    const [members, labels, known] = [directory.version('member'), directory.version('organisation'), this.#called];
    if (
      known.directory !== directory || known.members !== members || known.labels !== labels ||
      known.language !== language
    ) {
      const names = calling(directory.all('member'), (role) => this.roleName(role));
      this.#called = { directory, members, labels, language, names };
    }
    return this.#called.names.get(member) ?? t('member.gone');
  }

  roleName(role) {
    return this.organisation?.labels?.[role] || t(`role.${role}`);
  }

  may(op) {
    return this.me !== null && admits(op, this.me);
  }

  mayBring(op) {
    return this.me !== null && brings(op, this.me);
  }

  go(path, options) {
    this.router.go(path, options);
  }

  async switchLanguage(tag) {
    await speak(tag, { remember: true });
    this.asked += 1;
    const way = focused(this.#root);
    this.drawNow();
    focusAgain(this.#root, way);
  }

  draw() {
    this.asked += 1;
    this.#drawSoon();
  }

  /** Before paper is printed, which waits for nothing. */
  drawNow() {
    this.#drawing = false;
    this.#draw();
  }

  #drawSoon() {
    if (this.#drawing) return;
    this.#drawing = true;
    const run = () => {
      if (!this.#drawing) return;
      this.#drawing = false;
      this.#draw();
    };
    // A hidden page gets no frames, and must still be right when it is looked at.
    document.hidden ? setTimeout(run, 50) : requestAnimationFrame(run);
  }

  #draw() {
    if (!this.view) return;
    const begun = performance.now();
    try {
      this.#paint(this.view);
    } catch (error) {
      this.#mend(error);
    }
    this.#pace.drew(begun, performance.now());
  }

  #paint(view) {
    const title = [view.title?.(), t('product')].filter(Boolean).join(' · ');
    if (document.title !== title) document.title = title;
    // What stood here while the scripts were on their way (index.html).
    if (this.#drawn === 0) this.#root.replaceChildren();
    this.#drawn += 1;
    beginDrawing();
    const content = h('div', { key: this.#shown, class: 'view' }, view.render());
    patch(this.#root, [h('div', { key: language, class: 'frame' }, statusStrip(this), content, this.#unsent?.())]);
  }

  /** What a drawing that threw has left is not to be trusted: once more from nothing. What cannot be drawn says so. */
  #mend(error) {
    reportError(error);
    this.mended = true;
    try {
      wipe(this.#root);
      this.#paint(this.view);
    } catch {
      wipe(this.#root);
      this.#paint(message(t('app.broken')));
    }
  }

  async #route() {
    const route = this.router.current;
    if (!route) return this.go('/', { replace: true });
    this.listed.at(route.name);
    this.connection.look(route.params.log);
    const number = ++this.#opened;
    const coming = fetchView(route.name);
    if (this.view && !(await isSoon(coming)) && number === this.#opened) this.#show(number, () => this.#opening(route));
    let module;
    try {
      module = await coming;
    } catch {
      // The page itself could not be fetched: say so, and try again when the network is back.
      if (number === this.#opened) this.#unreachable(number);
      return;
    }
    if (number !== this.#opened) return;
    this.#show(number, () => module.open(this, route.params), module.sheets);
    scrollTo(0, 0);
  }

  #show(number, open, sheets = []) {
    this.view?.close?.();
    wear(sheets);
    this.view = open();
    this.#shown = this.view.key ?? number;
    this.#draw();
  }

  /** Whoever is here can go back to the lobby, also when the network is away by then. */
  #layOut() {
    const idle = globalThis.requestIdleCallback ?? ((run) => setTimeout(run, 2000));
    const stop = this.connection.welcomed.on(() => {
      stop();
      idle(() => layOutView('lobby').catch(() => null));
    });
  }

  /** What was asked for says so at once, as long as its files are on their way. */
  #opening({ name, params }) {
    const title = params.log
      ? (this.listed.room(params.log) ?? this.listed.show(params.log))?.title
      : t(`opening.${name}`);
    return {
      key: 'opening',
      title: () => title,
      render: () => [
        h(
          'header',
          { class: 'bar' },
          h('a', { class: 'button quiet icon-only', href: '/', 'aria-label': t('toLobby') }, icon('back')),
          h('h1', { class: 'grow' }, title),
          statusDot(this),
        ),
        h('main', { class: 'message', 'aria-busy': 'true' }, h('p', { class: 'quiet-text' }, t('loading'))),
      ],
    };
  }

  #unreachable(number) {
    const again = () => number === this.#opened && this.#route();
    const stop = this.connection.changed.on((state) => state === 'live' && again());
    addEventListener('online', again, { once: true });
    const gone = () => (stop(), removeEventListener('online', again));
    this.#show(number, () => ({ ...message(t('app.unreachable')), close: gone }));
  }

  /** After a link has been redeemed: whoever was here before is no longer. */
  signedIn() {
    this.connection.restart();
    this.go(takeAfterwards() ?? '/', { replace: true });
  }

  /** Here or elsewhere; what is unsent stays in the outbox, and where they were is kept, for when they come back. */
  signedOut() {
    this.connection.stop();
    if (this.connection.removed && this.outbox.member) local.setItem(REMOVED, this.outbox.member);
    this.outbox.leave();
    this.drafts.open(null);
    this.#loadUnsent(null);
    local.removeItem(LAST_MEMBER);
    const { name } = this.router.current ?? {};
    if (name === 'join') return;
    if (name !== 'lobby' && !this.connection.removed) remember(location.pathname + location.hash);
    this.go('/join', { replace: true });
  }
}

/** A link that is none: only what the server says of this page's address counts. */
async function isStranger() {
  return api('/api/link', { body: { token: '' }, patience: 10_000 }).then(
    () => null,
    ({ code }) => (code === 'origin' ? code : null),
  );
}

await speak(preferred());
new App(document.getElementById('app')).start();
