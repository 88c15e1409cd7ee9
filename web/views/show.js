/** One show: its question log while it runs, its numbers and its markers before and after. */
import { FILES } from '../core/wire.js';
import { running } from '../ui/clock.js';
import { h } from '../ui/dom.js';
import { icon } from '../ui/icon.js';
import { Later } from '../ui/later.js';
import { statusDot } from '../ui/status.js';
import { refusedLog, t } from '../ui/words.js';
import { entry } from './import/entry.js';
import { lasting, newestSeries } from './room/minutes.js';
import { airing } from './show/airing.js';
import { keysDialog, listenForKeys } from './show/keys.js';
import { minuteOf, offsetAt } from './show/moment.js';
import { questionsTab } from './show/questions.js';

export const sheets = [
  '/css/show/frame.css',
  '/css/show/questions.css',
  '/css/show/numbers.css',
  '/css/show/markers.css',
];
export const words = ['metrics', 'live', 'erasing', 'show'];

const parts = new Later({
  numbers: { load: () => import('./show/numbers.js').then((it) => it.numbersTab) },
  markers: { load: () => import('./show/markers.js').then((it) => it.markersTab) },
  review: {
    load: () => import('./show/reviewing.js').then((it) => it.reviewing),
    sheets: ['/css/ui/checks.css'],
    words: ['lobby'],
  },
  masking: { load: () => import('./show/masking.js') },
  panel: { load: () => import('./show/panel.js').then((it) => it.panel) },
});

/** By name, the kind of records of which each tells how many there are. */
const TABS = { questions: 'question', numbers: 'snapshot', markers: 'marker' };
/** What a file that comes without a word is first taken for, by the tab that is open. */
const PREFERS = { questions: ['questions'], numbers: ['summary', 'trend', 'goals'], markers: ['markers'] };

export function open(app, { log }) {
  const records = app.records.log(log);
  const stops = [app.connection.follow(log), parts.fetchSoon(app)];
  const page = {
    app,
    log,
    parts,
    get records() {
      return app.records.log(log);
    },
    get show() {
      return this.records.only('show');
    },
    /** Which the address leads to, in seconds from the start; null where it does to none. */
    minute: minuteOf(location.search),
    /** Seconds from the show's start, real or planned; null once it is over: nothing is of this moment then. */
    offsetNow: () => offsetAt(page.show, app.clock.now()),
    /** How far off its goal a number may be. */
    get thresholds() {
      return app.listed.thresholds(this.show?.channel);
    },
    get lasts() {
      return lasting(this.show, newestSeries(this.records));
    },
    get live() {
      return Boolean(this.show?.start && !this.show.end);
    },
  };
  const tabs = { questions: questionsTab(page) };
  let tab = location.hash.slice(1) in TABS ? location.hash.slice(1) : page.minute === null ? 'questions' : 'markers';
  const air = airing(page);
  let help = false;
  let review = null;
  page.bring = entry(app, {
    target: ({ prefers = PREFERS[tab] }) => ({ where: { log }, prefers }),
    may: () => page.records.ready && Object.keys(FILES).some((op) => op !== 'show.import' && app.mayBring(op)),
  });
  stops.push(page.bring.fetchSoon());
  app.connection.presence.tell(log, 'reading');
  const deafen = listenForKeys({
    write() {
      choose('questions');
      requestAnimationFrame(() => document.getElementById('question')?.focus());
    },
    turn: (n) => choose(Object.keys(TABS)[n]),
    help: () => showHelp(true),
  });

  /** What stands in the chosen tab; null while it is on its way. */
  function chosen() {
    tabs[tab] ??= parts.get(app, tab)?.(page);
    return tabs[tab]?.render() ?? null;
  }

  /** Of a show that is over. */
  function reviewed() {
    if (page.show.end) review ??= parts.get(app, 'review')?.(page);
    return page.show.end ? review : null;
  }

  function showHelp(shown) {
    help = shown;
    app.draw();
  }

  function choose(name) {
    tab = name;
    history.replaceState(null, '', `#${name}`);
    app.draw();
  }

  return {
    title: () => records.only('show')?.title,
    close() {
      app.connection.presence.tell(log, null);
      deafen();
      page.bring.close();
      for (const stop of stops) stop();
    },
    render() {
      const { refused, ready } = page.records;
      if (refused) return gone(refused);
      if (page.show) app.listed.follow([page.show.channel]);
      if (!ready && !page.show) return h('main', { class: 'message' }, h('p', null, t('loading')));
      return [
        header(page, air),
        h(
          'main',
          null,
          removedLine(app, log),
          air.offer(),
          reviewed()?.offer(),
          h(
            'div',
            { class: 'tabs', role: 'tablist', 'aria-label': page.show.title },
            Object.keys(TABS).map((name) =>
              h(
                'button',
                {
                  key: name,
                  id: `tab-${name}`,
                  role: 'tab',
                  'aria-selected': String(tab === name),
                  tabindex: tab === name ? '0' : '-1',
                  onclick: () => choose(name),
                  onkeydown: (event) => turn(event, Object.keys(TABS), name, choose),
                },
                t(`show.tab.${name}`),
                ' ',
                h('small', null, counted(page.records, name) || ''),
              )
            ),
          ),
          h(
            'div',
            { key: tab, class: `show ${tab}`, role: 'tabpanel', 'aria-labelledby': `tab-${tab}` },
            chosen() ?? parts.without(app, tab),
          ),
        ),
        air.dialogs(),
        reviewed()?.dialogs(),
        page.bring.render(),
        help && keysDialog(() => showHelp(false), { mayLog: app.may('question.log') }),
      ];
    },
  };
}

/** Numbers that were taken back are kept, and do not count. */
const counted = (records, name) =>
  name === 'numbers'
    ? records.all(TABS.numbers).filter(({ withdrawn }) => !withdrawn).length
    : records.count(TABS[name]);

function turn(event, names, name, choose) {
  const step = { ArrowRight: 1, ArrowLeft: -1 }[event.key];
  if (!step) return;
  const next = names[(names.indexOf(name) + step + names.length) % names.length];
  choose(next);
  document.getElementById(`tab-${next}`).focus();
}

function header(page, air) {
  const { app, show } = page;
  return h(
    'header',
    { class: 'bar show-bar' },
    h('a', { class: 'button quiet icon-only', href: '/', 'aria-label': t('back') }, icon('back')),
    h('div', { class: 'grow' }, h('h1', null, show.title), h('p', { class: 'when' }, moment(page), statusDot(app))),
    h('div', { class: 'airing' }, air.buttons()),
  );
}

function moment({ app, show, live, offsetNow }) {
  if (live) {
    return [h('span', { class: 'on-air' }, t('live')), running(() => app.f.offset(offsetNow()), { class: 'clock' })];
  }
  if (show.end) {
    return h(
      'span',
      null,
      t('show.ended', { day: app.f.date(show.start), from: app.f.time(show.start), to: app.f.time(show.end) }),
    );
  }
  return h('span', null, t('show.planned', { when: app.f.when(show.plannedStart) }));
}

function gone(code) {
  return h(
    'main',
    { class: 'message' },
    h('p', null, refusedLog(code)),
    h('a', { class: 'button', href: '/' }, t('toLobby')),
  );
}

/** A show that was removed can be brought back where it is looked at, too. */
function removedLine(app, log) {
  if (!app.listed.show(log)?.hidden) return null;
  return h(
    'p',
    { class: 'warning told', key: 'removed' },
    h('span', { class: 'grow' }, t('show.removed')),
    app.may('show.unhide') &&
      h(
        'button',
        { class: 'small', onclick: () => app.submit(app.me.directory, 'show.unhide', { show: log }) },
        t('show.bringBack'),
      ),
  );
}
