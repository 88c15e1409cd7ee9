/** How long the review is to take, phase by phase: a bar for everyone, and its minutes in the hands of whoever steers. */
import { dialog } from '../../ui/dialog.js';
import { h } from '../../ui/dom.js';
import { PHASES } from '../../ui/marks.js';
import { t } from '../../ui/words.js';
import { acts } from './acts.js';
import { allOver, may } from './phases.js';
import { planned, suggested } from './timing.js';

const STEP = 5;
const MOST = 180;

export function planCard(now) {
  const { app, ui, room, me, shows } = now;
  const isOver = allOver(shows, app.clock.now());
  const timed = PHASES.filter((phase) => suggested(room, phase) > 0);
  return h(
    'section',
    { class: 'card plan', key: 'plan' },
    h(
      'h2',
      null,
      t('plan.all', { n: planned(room, isOver) }),
      may.move(room, me) &&
        h('button', { class: 'small quiet', onclick: () => ui.opened.show({ name: 'minutes' }) }, t('plan.change')),
    ),
    h(
      'ol',
      { class: 'plan-bar' },
      timed.map((phase) =>
        h(
          'li',
          { key: phase, class: phase === room.phase ? 'now' : '', style: { flexGrow: String(suggested(room, phase)) } },
          h('i', { 'aria-hidden': 'true' }),
          h('span', null, t(`phase.${phase}`)),
          h('b', null, String(suggested(room, phase))),
        )
      ),
    ),
  );
}

/** Whoever steers says how long each phase is to take. */
export function minutesDialog(now, close) {
  const { app, room, shows } = now;
  const isOver = allOver(shows, app.clock.now());
  const change = (phase, by, label, sign) => {
    const minutes = Math.max(1, Math.min(MOST, (suggested(room, phase) || 0) + by));
    return h('button', {
      'aria-label': `${t(`phase.${phase}`)} ${label}`,
      disabled: minutes === suggested(room, phase),
      onclick: () => acts.plan(now, phase, minutes),
    }, sign);
  };
  return dialog(
    { title: t('plan.title'), close },
    h(
      'div',
      { class: 'fields' },
      PHASES.filter((phase) => phase !== 'live' || !isOver).map((phase) =>
        h(
          'div',
          { class: 'field', key: phase },
          h('span', null, t(`phase.${phase}`)),
          h(
            'div',
            { class: 'stepper' },
            change(phase, -STEP, t('plan.less'), '−'),
            h('output', null, t('plan.minutes', { n: suggested(room, phase) })),
            change(phase, STEP, t('plan.more'), '+'),
          ),
        )
      ),
      h('p', { class: 'quiet-text' }, t('plan.all', { n: planned(room, isOver) })),
    ),
  );
}
