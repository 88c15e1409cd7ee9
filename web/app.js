/**
 * Where the parts meet. `App` is what every view is given:
 *
 *     app.records, app.connection, app.outbox, app.clock, app.drafts, app.f (format)
 *     app.me            { member, name, roles, lead, directory, playbook } as the directory has it now, or null
 *     app.directory     LogRecords of the organisation
 *     app.listed        the shows and rooms of its channels (core/listed.js)
 *     app.submit(log, op, args, { on?, note?, slot?, undo? }) → outbox item   (see core/outbox.js)
 *     app.name(member) · app.roleName(role) · app.may(op), app.mayBring(op)  (core/acts.js)
 *     app.search()      opens the search over everything, as `/` does
 *     app.go(path) · app.draw()   asks for the page to be drawn again (ui/drawing.js); news does so by itself
 *     app.asked         how often that was asked: what stands on the page besides news has not changed while it is the same
 *
 * A view is a module with `open(app, params)` → `{ title(), render(), close?() }` and, if it has sheets of its own,
 * `sheets = ['/css/….css']` (ui/load.js) and `words = ['part', …]` (ui/words.js). `render` returns vnodes (ui/dom.js) and is
 * called after every change of records, outbox, connection or `app.draw()`; state of the view itself lives in its closure.
 */
import { admits, brings } from './core/acts.js';
import { remember, takeAfterwards } from './core/afterwards.js';
import { Clock } from './core/clock.js';
import { Connection } from './core/connection.js';
import { takeEarly, takeEarlyLists } from './core/greeting.js';
import { Listed } from './core/listed.js';
import { Names } from './core/names.js';
import { Orphans } from './core/orphans.js';
import { Outbox } from './core/outbox.js';
import { Records } from './core/records.js';
import { OPEN, Router } from './core/router.js';
import { Session } from './core/session.js';
import { Storage } from './core/storage.js';
import { aboutOf } from './core/target.js';
import { uuid7 } from './core/uuid7.js';
import { cleanFields } from './ui/cleaning.js';
import { h } from './ui/dom.js';
import { Drafts } from './ui/drafts.js';
import { Drawing } from './ui/drawing.js';
import { makeFormat } from './ui/format.js';
import { Later } from './ui/later.js';
import { Stage } from './ui/stage.js';
import { listenForSlash } from './ui/slash.js';
import { beginDrawing, statusStrip } from './ui/status.js';
import { fetchView, message } from './ui/views.js';
import { language, preferred, speak, t } from './ui/words.js';

/** Besides the view: what is unsent, and the way back to the lobby, are there also when the network is away by then. */
const PARTS = new Later({
  unsent: { load: () => import('./ui/unsent.js'), sheets: ['/css/ui/unsent.css'], words: ['unsent', 'acts'] },
  lobby: { load: () => fetchView('lobby') },
  search: {
    load: () => import('./views/search/search.js').then((it) => it.makeSearch),
    sheets: ['/css/ui/search.css'],
    words: ['search'],
  },
});

class App {
  clock = new Clock();
  records = new Records();
  router = new Router();
  drafts = new Drafts();
  storage = new Storage();
  asked = 0;
  #stage;
  #names = new Names((role) => this.roleName(role));
  #format = null;
  /** The search stands open: `{ draw? }`. */
  #search = null;
  /** What is unsent is looked at: `{ leave?, draw? }`. */
  #unsent = null;

  constructor(root) {
    this.drawing = new Drawing(root, { page: () => this.#page(), broken: () => this.#page(message(t('app.broken'))) });
    this.#stage = new Stage(this, () => this.drawing.now());
    this.outbox = new Outbox({ storage: this.storage });
    this.orphans = new Orphans({ storage: this.storage, outbox: this.outbox });
    this.session = new Session(this);
    this.connection = new Connection({
      url: `${location.protocol === 'https:' ? 'wss' : 'ws'}://${location.host}/live?lists=channels`,
      tab: uuid7(),
      records: this.records,
      outbox: this.outbox,
      clock: this.clock,
      probe: () => import('./core/stranger.js').then(({ isStranger }) => isStranger()).catch(() => null),
      open: (address) => takeEarly(address) ?? new WebSocket(address, 'aftershow.v1'),
    });
    this.listed = new Listed({ records: this.records, connection: this.connection });
  }

  start() {
    this.#listen();
    cleanFields();
    listenForSlash(() => this.me && this.search());
    this.router.start();
    this.session.begin();
    this.listed.at(this.router.current?.name, takeEarlyLists());
    this.connection.look(this.router.current?.params.log);
    if (!OPEN.has(this.router.current?.name)) this.connection.start();
    this.#route();
  }

  #listen() {
    for (const news of [this.records.changed, this.connection.presence.changed]) news.on(() => this.drawing.hear());
    for (const news of [this.outbox, this.orphans, this.storage, this.drafts]) news.changed.on(() => this.draw());
    this.outbox.saved.on(({ log }) => this.listed.saved(log));
    this.connection.changed.on((state) => {
      if (state === 'signedOut') this.signedOut();
      this.draw();
    });
    this.connection.welcomed.on((me) => this.#recognise(me));
    const here = this.connection.welcomed.on(() => (here(), PARTS.fetchSoon(this)));
    this.router.changed.on(() => this.#route());
    addEventListener('storage', ({ key }) => key && this.drafts.heard(key));
    addEventListener('online', () => this.connection.hurry());
    addEventListener('offline', () => this.connection.cut());
    addEventListener('visibilitychange', () => document.hidden || this.connection.hurry());
    addEventListener('beforeunload', (event) => this.atRisk && (event.preventDefault(), (event.returnValue = true)));
  }

  // Who is here, and what they may

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

  /** What tells this member from all others (core/names.js). */
  name(member) {
    return this.#names.of(this.directory, language).get(member) ?? t('member.gone');
  }

  roleName(role) {
    if (role === 'all') return t('everyone'); // of a lane, not of a role
    return this.organisation?.labels?.[role] || t(`role.${role}`);
  }

  may(op) {
    return this.me !== null && admits(op, this.me);
  }

  mayBring(op) {
    return this.me !== null && brings(op, this.me);
  }

  /** A page that stood open for someone else begins anew. */
  #recognise(me) {
    if (!this.session.recognise(me)) return;
    // After the welcome that told so has been dealt with.
    queueMicrotask(() => this.connection.restart());
    this.#route();
  }

  /** After a link has been redeemed: whoever was here before is no longer. */
  signedIn() {
    this.connection.restart();
    this.go(takeAfterwards() ?? '/', { replace: true });
  }

  /** Here or elsewhere; what is unsent stays in the outbox, and where they were is kept, for when they come back. */
  signedOut() {
    this.connection.stop();
    this.session.end(this.connection.removed);
    const { name } = this.router.current ?? {};
    if (OPEN.has(name)) return;
    if (name !== 'lobby' && !this.connection.removed) remember(location.pathname + location.search + location.hash);
    this.go('/join', { replace: true });
  }

  // What is written

  submit(log, op, args = {}, { on, note, slot, undo } = {}) {
    const occurredAt = this.connection.state === 'live' ? undefined : Math.round(this.clock.now());
    const writer = (this.me ?? this.session.wasHere)?.name;
    const about = aboutOf(this.records.log(log), { op, args });
    return this.outbox.submit({ log, op, args, on, note, slot, occurredAt, writer, about, undo });
  }

  /** Whether something typed would be gone with this page. */
  get atRisk() {
    const kept = this.storage.lasting || this.outbox.items().length + this.orphans.items.length === 0;
    return !kept || !this.drafts.lasting;
  }

  /** What a member who was removed had half written, in the shape of the outbox's items. */
  get halfWritten() {
    const { removed } = this.session;
    return (removed && PARTS.get(this, 'unsent')?.halfWrittenIn(this.drafts.of(removed))) || [];
  }

  /** Every command that is not saved, one's own and what others left here; with `leave`, before signing out. */
  showUnsent({ leave } = {}) {
    this.#unsent = { leave };
    this.draw();
  }

  search() {
    this.#search ??= {};
    this.draw();
  }

  /** What the open view holds beside the records of logs: `{ kind, log, record }`. */
  get held() {
    return this.#stage.view?.held?.() ?? [];
  }

  /** Opens the composer of the room one is in with these words; null where one may not write a card now. */
  get compose() {
    return this.#stage.view?.compose?.() ?? null;
  }

  // What is shown

  get f() {
    if (this.#format?.language !== language || this.#format?.zone !== this.zone) {
      this.#format = { language, zone: this.zone, ...makeFormat(language, this.zone, () => this.clock.now()) };
    }
    return this.#format;
  }

  go(path, options) {
    this.router.go(path, options);
  }

  #route() {
    const route = this.router.current;
    if (!route) return this.go('/', { replace: true });
    this.listed.at(route.name);
    this.connection.look(route.params.log);
    this.#stage.open(route);
  }

  draw() {
    this.asked += 1;
    this.drawing.soon();
  }

  #page(view = this.#stage.view) {
    if (!view) return null;
    const title = [view.title?.(), t('product')].filter(Boolean).join(' · ');
    if (document.title !== title) document.title = title;
    beginDrawing();
    const content = h('div', { key: this.#stage.key, class: 'view' }, view.render());
    return [
      h('div', { key: language, class: 'frame' }, statusStrip(this), content, this.#drawSearch(), this.#drawUnsent()),
    ];
  }

  #drawSearch() {
    const asked = this.#search;
    if (!asked) return null;
    const close = () => ((this.#search = null), this.draw());
    asked.draw ??= PARTS.get(this, 'search')?.(this, { close });
    return asked.draw ? asked.draw() : this.#drawSoon('search', close);
  }

  #drawUnsent() {
    const asked = this.#unsent;
    if (!asked) return null;
    const close = () => ((this.#unsent = null), this.draw());
    asked.draw ??= PARTS.get(this, 'unsent')?.unsentDialog(this, { leave: asked.leave, close });
    return asked.draw ? asked.draw() : this.#drawSoon('unsent', close);
  }

  /** A dialog's files are on their way, or are not to be had: said at the foot, as a first sight has no dialogs. */
  #drawSoon(name, close) {
    return h(
      'aside',
      { key: `${name} soon`, class: 'status', 'aria-label': t(`${name}.title`) },
      h('div', { class: 'strip' }, PARTS.without(this, name), h('button', { onclick: close }, t('close'))),
    );
  }
}

await speak(preferred());
new App(document.getElementById('app')).start();
