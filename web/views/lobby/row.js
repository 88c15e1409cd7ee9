/** One show in its channel: when, what, how it did against its goals, what is still open, where it was reviewed. */
import { api } from '../../core/http.js';
import { h } from '../../ui/dom.js';
import { sourced } from '../../ui/figure.js';
import { icon } from '../../ui/icon.js';
import { t } from '../../ui/words.js';
import { stageOf, startOf } from './stage.js';

export function showRow(app, show, { summary, rooms, summaries, review, remove }) {
  const stage = stageOf(show, summary, app.clock.now());
  const start = startOf(show, summary);
  return h(
    'li',
    { key: show.id, class: `show-row is-${stage}` },
    h(
      'a',
      { class: 'main', href: `/show/${show.id}` },
      h('time', null, app.f.day(start)),
      h('b', null, show.title),
      h(
        'small',
        null,
        standing(app, start, stage),
        summary?.open > 0 && h('span', { class: 'open-questions' }, t('lobby.openQuestions', { n: summary.open })),
      ),
    ),
    attainment(app, 'watch_uv', summary, show),
    attainment(app, 'gmv', summary, show),
    h(
      'div',
      { class: 'rooms' },
      rooms.map((room) => roomLink(room, summaries.get(room.id))),
      review && stage !== 'planned' &&
        (rooms.length === 0 ? h('button', { class: 'small', onclick: review }, t('lobby.openRoom')) : h('button', {
          class: 'small quiet icon-only',
          'aria-label': t('lobby.openAnother'),
          title: t('lobby.openAnother'),
          onclick: review,
        }, icon('plus'))),
      remove &&
        h(
          'button',
          {
            class: 'small quiet icon-only remove',
            'aria-label': t('lobby.removeNamed', { title: show.title }),
            title: t('lobby.remove'),
            onclick: remove,
          },
          icon('close'),
        ),
    ),
  );
}

function standing(app, start, stage) {
  if (stage === 'live') return h('span', { class: 'on-air' }, t('live'));
  const time = app.f.time(start);
  return stage === 'planned' ? h('span', { class: 'label accent' }, time) : time;
}

function attainment(app, metric, summary, { id, channel }) {
  const value = summary?.latest?.[metric];
  const goal = summary?.goals?.[metric];
  if (value === undefined || value === null) return h('p', { class: 'figure' });
  const gap = app.f.gap(value, goal, 1, app.listed.thresholds(channel));
  return h(
    'p',
    {
      class: 'figure',
      title: goal !== undefined && goal !== null ? t('lobby.goal', { goal: app.f.metric(metric, goal) }) : null,
    },
    h('span', null, t(`lobby.${metric}`)),
    h('b', null, sourced(app, { metric, value, of: () => figuresOf(id), isAside: true }, app.f.metric(metric, value))),
    gap && h('em', { class: `gap ${gap.level}` }, gap.text),
  );
}

/** A list tells values alone: where one is from is asked for when somebody wants to know. */
const figuresOf = (id) => api(`/api/figures?shows=${id}`).then(({ shows }) => shows[0]);

/** How many comments of the room name one and were not looked at. */
export function mentionCount(summary) {
  if (!summary?.mentions) return null;
  const words = t('lobby.mentions', { n: summary.mentions });
  return h('span', { class: 'mentions', 'aria-label': words, title: words }, `@${summary.mentions}`);
}

/** A review that is over shows its report: a count of mentions there leads to the card. */
export const roomPath = ({ id }, summary) =>
  summary?.phase === 'closed' && summary.mentions ? `/room/${id}?mention` : `/room/${id}`;

function roomLink(room, summary) {
  const closed = summary?.phase === 'closed';
  const look = `button small${closed ? ' quiet' : ''}`;
  return h(
    'a',
    { key: room.id, class: look, href: roomPath(room, summary), title: room.title },
    room.shows.length > 1 ? t('lobby.reviewOf', { n: room.shows.length }) : t('lobby.review'),
    summary?.phase && h('span', { class: closed ? 'label' : 'label accent' }, t(`phase.${summary.phase}`)),
    mentionCount(summary),
  );
}
