/**
 * The line under the room's head: at the left what is to be done now, in the middle how far that is, at the right one's own
 * act; for whoever steers, the time's buttons and the way on. Nobody else sees those.
 */
import { h, memo } from '../../ui/dom.js';
import { STEPS } from '../../ui/marks.js';
import { t } from '../../ui/words.js';
import { acts } from './acts.js';
import { stationName } from './announce.js';
import { banner, ofTemplate } from './board.js';
import { allOver, may } from './phases.js';
import { suggested } from './timing.js';

/** `undone`: what was just done and can be taken back. */
export const phaseLine = (now, undone = null) =>
  memo('phaseline', drawn, now, allOver(now.shows, now.app.clock.now()), undone);

function drawn(now, isOver, undone) {
  const { app, ui, page } = now;
  const isElsewhere = ui.looking.at !== null;
  return h(
    'div',
    { class: 'phase-line' },
    STEPS.includes(page) && steps(now),
    now.page === 'board' && !isElsewhere && banner(now) || hint(now),
    undone,
    h('span', { class: 'grow' }),
    isElsewhere ? back(now) : [
      may.take(now.room, now.me) && ui.parts.get(app, 'taking')?.(now),
      isLed(now) && ui.parts.get(app, 'focus')?.focusPart(now),
      readiness(now),
      may.move(now.room, now.me) && ui.parts.get(app, 'steering')?.(now, isOver),
    ],
  );
}

function steps({ ui, room, page }) {
  const isHere = (step) => room.phase === 'data' && (room.step ?? 'goals') === step;
  return h(
    'div',
    { class: 'segments', key: 'steps', role: 'group', 'aria-label': t('phase.data') },
    STEPS.map((step) =>
      h(
        'button',
        {
          key: step,
          class: 'quiet',
          'aria-pressed': String(page === step),
          onclick: () => ui.looking.lookAt(isHere(step) ? null : { phase: 'data', step }),
        },
        t(`step.${step}`),
        isHere(step) && h('i', { title: t('room.here') }),
      )
    ),
  );
}

/** What the station is for, and how long it is to take. */
export function hint(now) {
  const { ui, room } = now;
  const at = ui.looking.at ?? room;
  const name = at.phase === 'data'
    ? at.step ?? room.step ?? 'goals'
    : asks(now, at)
    ? 'answers'
    : over(now, at) ?? at.phase;
  const hidden = name === 'collect' && room.revealed !== true;
  const minutes = at.phase === 'closed' ? 0 : suggested(room, at.phase);
  return h(
    'p',
    { class: 'hint', key: 'hint' },
    h(
      'b',
      null,
      ofTemplate(now, hidden ? 'collect' : name === 'collect' ? '' : name) ??
        t(hidden ? 'hint.unturned' : `hint.${name}`),
    ),
    ' ',
    h('span', { class: 'wide-only' }, t(hidden ? 'hintMore.unturned' : `hintMore.${name}`)),
    minutes > 0 && h('span', { class: 'minutes', key: 'minutes' }, t('hint.minutes', { n: minutes })),
  );
}

/** Once it is over, the vote keeps no totals back. */
const over = ({ room }, { phase }) => phase === 'vote' && /solve|closed/.test(room.phase) ? 'voted' : null;

/** Whether something that was agreed is still to be answered. */
const asks = (now, { phase }) =>
  phase === 'prepare' && now.ui.parts?.get(now.app, 'asked')?.(now).some(({ answer }) => !answer);

/** Whether everyone looks at an issue, or might. */
export const isLed = ({ ui, records }) => records.only('focus') !== undefined || ui.sheet.issue !== null;

/** One's own mark, and how many have set theirs. */
function readiness(now) {
  const { room, me, records, present, isLive } = now;
  if (room.phase === 'closed' || room.phase === 'live') return null;
  if (room.phase === 'collect' && room.revealed) return null; // nothing is written there any more
  const isReady = records.get('ready', me.member) !== undefined;
  const here = new Set([me.member, ...present.keys()]).size;
  const n = records.count('ready');
  return [
    n > 0 && isLive && h('span', { class: 'ready-count', key: 'count' }, t('ready.count', { n, here })),
    h('button', {
      key: 'ready',
      class: 'small ready-mark',
      'aria-pressed': String(isReady),
      onclick: () => acts.ready(now, !isReady),
    }, t(isReady ? 'ready.done' : `ready.${readyWord(room)}`)),
  ];
}

const readyWord = ({ phase }) => (['collect', 'vote'].includes(phase) ? phase : 'other');

function back({ ui, room }) {
  return h('button', {
    class: 'small accented',
    key: 'return',
    onclick: () => ui.looking.lookAt(null),
  }, t('room.returnTo', { phase: stationName(room) }));
}
