/**
 * A closed review, looked at again: a slider over its time, the board as it stood, what happened then. Nothing can be changed
 * here. The moment stands in the fragment, so that a link leads to it.
 */
import { api } from '../core/http.js';
import { h } from '../ui/dom.js';
import { icon } from '../ui/icon.js';
import { statusDot } from '../ui/status.js';
import { knows, refusal, t } from '../ui/words.js';
import { board } from './replay/board.js';
import { Course } from './replay/course.js';
import { controls } from './replay/controls.js';
import { Stops } from './replay/stops.js';
import { stationName } from './room/announce.js';
import { deedWords } from './room/deeds.js';

export const sheets = ['/css/replay.css', '/css/ui/stacks.css', '/css/ui/deeds.css'];
export const words = ['metrics', 'room', 'entries', 'erasing', 'acts', 'activity'];

/** A minute of the review is one second, times the speed. */
const TICK = 250;
const AROUND = 12;

export function open(app, { log }) {
  let course = null;
  let error = null;
  let time = 0;
  let place = 0;
  let playing = null;
  let speed = 4;
  const stops = new Stops(log, () => app.draw());
  const unfollow = app.connection.follow(log);

  async function look() {
    error = null;
    try {
      course = new Course(await api(`/api/replay?log=${log}`));
      go(course.of(Number(location.hash.slice(1)) || Infinity));
    } catch (refused) {
      error = refused;
    }
    app.draw();
  }

  function go(n) {
    place = n;
    time = course.stops[n].at;
    stops.want(course.stops[n].seq);
    history.replaceState(null, '', `${location.pathname}#${course.stops[n].seq}`);
    app.draw();
  }

  /** To a moment between two stops: the board is that of the last one. */
  function slide(to) {
    const n = course.at(to);
    if (n !== place) go(n);
    time = to;
    app.draw();
  }

  function play(is) {
    clearInterval(playing);
    playing = null;
    if (is) {
      if (time >= course.to) go(0);
      playing = setInterval(() => {
        slide(Math.min(course.to, time + TICK * 60 * speed));
        if (time >= course.to) play(false);
      }, TICK);
    }
    app.draw();
  }

  function pressed(event) {
    if (!course || event.altKey || event.ctrlKey || event.metaKey) return;
    const way = { ArrowRight: 1, ArrowLeft: -1 }[event.key];
    const isTyping = event.target.closest?.('select, button') !== null && event.key === ' ';
    if (way) go(event.shiftKey ? course.stride(place, way) : course.step(place, way));
    else if (event.key === ' ' && !isTyping) play(!playing);
    else return;
    event.preventDefault();
  }

  addEventListener('keydown', pressed);
  look();
  const room = () => app.records.log(log).only('room');

  return {
    title: () => t('replay.title', { title: room()?.title ?? '' }),
    render: () =>
      h(
        'main',
        { class: 'replay' },
        head(app, log, room()),
        error && h(
          'p',
          { class: 'message', role: 'alert' },
          error.code === 'phase' ? t('replay.notClosed') : refusal(error),
          ' ',
          h('button', { class: 'small', onclick: look }, t('status.again')),
        ),
        !course && !error && h('p', { class: 'message quiet-text', role: 'status' }, t('loading')),
        course && [
          h(
            'div',
            { class: 'replay-body', key: 'body' },
            stops.shown ? board(app, stops.shown, subjectsAt(course, place)) : h('p', { class: 'empty' }, t('loading')),
            around(app, log, course, place, go),
          ),
          stops.failed && h(
            'p',
            { class: 'error', role: 'alert', key: 'failed' },
            refusal(stops.failed),
            ' ',
            h('button', { class: 'small', onclick: () => stops.again() }, t('status.again')),
          ),
          controls(app, course, { time, place, isPlaying: Boolean(playing), speed }, {
            slide,
            play,
            choose: (n) => ((speed = n), app.draw()),
          }),
        ],
      ),
    close() {
      clearInterval(playing);
      removeEventListener('keydown', pressed);
      stops.close();
      unfollow();
    },
  };
}

function head(app, log, room) {
  return h(
    'header',
    { class: 'bar' },
    h('a', { class: 'button quiet icon-only', href: '/', 'aria-label': t('toLobby') }, icon('back')),
    h(
      'div',
      { class: 'grow' },
      h('h1', null, t('replay.title', { title: room?.title ?? '' })),
      h('p', { class: 'quiet-text tiny' }, t('replay.onlyLook')),
    ),
    statusDot(app),
    h('a', { class: 'button', href: `/room/${log}` }, t('replay.back')),
  );
}

const subjectsAt = (course, n) => new Set(course.stops[n].deed?.about.map(({ id }) => id) ?? []);

/** What happened around now; what is still to come is pale. */
function around(app, log, course, place, go) {
  const from = Math.max(1, place - AROUND);
  const records = app.records.log(log);
  const tools = {
    t,
    knows,
    stationName,
    name: (member) => app.name(member),
    record: (kind, id) => records.get(kind, id),
  };
  return h(
    'aside',
    { class: 'replay-then', 'aria-label': t('replay.around') },
    h('h2', null, t('replay.around'), h('small', null, t('replay.all', { n: course.stops.length - 1 }))),
    h(
      'ol',
      { class: 'deeds' },
      course.stops.slice(from, place + AROUND + 1).map(({ deed, seq }, n) => {
        const { who, words } = deedWords(deed, tools);
        const at = from + n;
        return h(
          'li',
          {
            key: `${seq} ${deed.op} ${deed.by}`,
            class: at > place ? 'to-come' : '',
            'aria-current': at === place ? 'true' : null,
          },
          h('time', null, app.f.time(deed.at)),
          h('button', { class: 'quiet', onclick: () => go(at) }, h('b', null, who), ' ', words),
        );
      }),
    ),
  );
}
