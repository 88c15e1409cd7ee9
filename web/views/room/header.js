/** The room's head: what is reviewed, where we are, how much time is left, who is here, whether everything is saved. */
import { initialOf } from '../../core/names.js';
import { h, memo } from '../../ui/dom.js';
import { icon } from '../../ui/icon.js';
import { PHASES } from '../../ui/marks.js';
import { statusDot } from '../../ui/status.js';
import { t } from '../../ui/words.js';
import { standingOf } from './phases.js';

const DIGITS = ['①', '②', '③', '④', '⑤', '⑥', '⑦'];

export const header = (now) => memo('header', drawn, now);

function drawn(now) {
  return h(
    'header',
    { class: 'room-head' },
    h(
      'div',
      { class: 'bar' },
      h('a', { class: 'button quiet icon-only', href: '/', 'aria-label': t('room.toLobby') }, icon('back')),
      h('div', { class: 'grow room-title' }, h('h1', null, now.room.title), h('p', null, subtitle(now))),
      track(now),
      now.records.only('timer') && now.ui.parts.get(now.app, 'timer')?.(now),
      people(now),
      statusDot(now.app),
      h('button', {
        class: 'quiet icon-only wide-only',
        'aria-label': t('room.keys'),
        onclick: () => now.ui.opened.show({ name: 'keys' }),
      }, '?'),
      h('button', {
        class: 'quiet icon-only narrow-only',
        'aria-label': t('room.evidence'),
        'aria-expanded': String(now.ui.pointing.isOpen),
        onclick: () => now.ui.pointing.open(!now.ui.pointing.isOpen),
      }, icon('chart')),
    ),
  );
}

/** Whose show and when. On a phone the name of the channel gives way. */
function subtitle({ app, f, shows, show }) {
  const channel = show && app.directory.get('channel', show.channel)?.name;
  const days = shows.map((one) => one.start).filter(Boolean).map(f.day);
  const count = shows.length > 1 && t('room.showCount', { n: shows.length });
  const when = [count, ...new Set(days)].filter(Boolean).join(' · ');
  return [
    channel && h('span', { key: 'channel', class: 'channel-name' }, channel),
    when && h('span', { key: 'when' }, channel ? ` · ${when}` : when),
  ];
}

/** Everyone looks where the facilitator points; a press on a station looks there without moving anyone. */
function track({ ui, room }) {
  const at = ui.looking.at ?? room;
  return h(
    'ol',
    { class: 'track', 'aria-label': t('room.phases') },
    PHASES.map((phase, n) =>
      h(
        'li',
        { key: phase, class: `is-${standingOf(phase, room)}` },
        h(
          'button',
          {
            class: `quiet station ${at.phase === phase ? 'shown' : ''}`,
            'aria-current': phase === room.phase ? 'step' : null,
            title: phase === room.phase ? null : t('room.lookAt', { phase: t(`phase.${phase}`) }),
            drawn: phase === room.phase ? (node) => keepInSight(ui, room, node) : undefined,
            onclick: () => ui.looking.lookAt(phase === room.phase ? null : { phase }),
          },
          h('span', { 'aria-hidden': 'true' }, standingOf(phase, room) === 'done' ? '✓' : DIGITS[n]),
          t(`phase.${phase}`),
        ),
      )
    ),
  );
}

/** On a phone the stations are wider than the page: the present one is brought into sight once it is the present one. */
function keepInSight(ui, room, node) {
  if (!ui.looking.track(room.phase)) return;
  // In the next frame: to ask where things stand in the middle of the first drawing would lay it out twice.
  requestAnimationFrame(() => node.scrollIntoView({ inline: 'center', block: 'nearest' }));
}

/** Who is here: a dot a person in the colour of their first role, the facilitator ringed, writing ones with a pen. */
function people(now) {
  const { app, room, present, me, records } = now;
  if (!now.isLive) return null;
  const here = new Map([[me.member, 'reading'], ...present]);
  const members = [...here].sort(([a], [b]) => (a < b ? -1 : 1));
  const words = t('room.present', { n: members.length });
  return h(
    'button',
    {
      class: 'quiet people',
      'aria-label': `${words}：${members.map(([id]) => app.name(id)).join('、')}`,
      onclick: () => now.ui.opened.show({ name: 'people' }),
    },
    members.slice(0, 8).map(([id, doing]) => {
      const record = app.directory.get('member', id);
      return h('span', {
        key: id,
        title: [
          app.name(id),
          doing !== 'reading' && t(`room.doing.${doing}`),
          records.get('ready', id) && t('ready.is'),
        ].filter(Boolean).join(' · '),
        class: `dot role-${record?.roles?.[0] ?? 'none'} is-${doing} ${id === room.facilitator ? 'facilitator' : ''} ${
          records.get('ready', id) ? 'ready' : ''
        }`,
      }, initialOf(record?.name ?? app.name(id)));
    }),
    h('span', { class: 'people-count' }, members.length > 8 ? words : `${members.length}`),
  );
}
