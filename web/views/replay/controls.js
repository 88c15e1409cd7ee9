/** What moves a replay: play, the slider with its phases and how much happened, the speed, and the link to this moment. */
import { copy } from '../../ui/copy.js';
import { h } from '../../ui/dom.js';
import { icon } from '../../ui/icon.js';
import { t } from '../../ui/words.js';

const SPEEDS = [1, 4, 16];
const BARS = 40;
/** While these last nothing is told but counts. */
const BLIND = new Set(['collect', 'vote']);

export function controls(app, course, { time, place, isPlaying, speed }, { slide, play, choose }) {
  const { phase } = course.bands.findLast((band) => band.from <= time) ?? course.bands[0];
  return h(
    'footer',
    { class: 'replay-controls', key: 'controls' },
    h(
      'div',
      { class: 'row' },
      h(
        'button',
        { class: 'primary', onclick: () => play(!isPlaying) },
        t(isPlaying ? 'replay.pause' : 'replay.play'),
      ),
      h('output', { class: 'moment' }, app.f.time(time)),
      h('span', { class: 'grow quiet-text' }, phase === 'vote' ? t('replay.voting') : t(`phase.${phase}`)),
      h(
        'span',
        { class: 'segments', role: 'group', 'aria-label': t('replay.play') },
        SPEEDS.map((n) =>
          h('button', {
            key: n,
            class: 'quiet',
            'aria-pressed': String(n === speed),
            onclick: () => choose(n),
          }, t('replay.speed', { n }))
        ),
      ),
      h(
        'button',
        { onclick: ({ currentTarget }) => copy(location.href, currentTarget) },
        icon('link'),
        t('replay.link'),
      ),
    ),
    h(
      'div',
      { class: 'replay-bands', 'aria-hidden': 'true' },
      course.bands.map((band, n) =>
        h('span', {
          key: n,
          class: BLIND.has(band.phase) ? 'blind' : '',
          style: { 'flex-grow': String(Math.max(0.001, course.share(band.to) - course.share(band.from))) },
        }, t(`phase.${band.phase}`))
      ),
    ),
    h(
      'svg',
      { class: 'replay-bars', viewBox: `0 0 ${BARS} 1`, preserveAspectRatio: 'none', 'aria-hidden': 'true' },
      course.bars(BARS).map((share, n) => h('rect', { key: n, x: n + 0.05, width: 0.9, y: 1 - share, height: share })),
    ),
    h('input', {
      type: 'range',
      revision: time, // keys move it while it has the focus
      'aria-label': t('replay.slider'),
      'aria-valuetext': `${app.f.time(time)} · ${t(`phase.${phase}`)} · ${place + 1}/${course.stops.length}`,
      min: 0,
      max: 1000,
      value: Math.round(course.share(time) * 1000),
      oninput: ({ currentTarget }) =>
        slide(course.from + Number(currentTarget.value) / 1000 * (course.to - course.from)),
    }),
    h(
      'p',
      { class: 'row quiet-text tiny' },
      h('span', null, app.f.time(course.from)),
      h('span', { class: 'grow wide-only' }, t('replay.keys')),
      h('span', null, app.f.time(course.to)),
    ),
  );
}
