/** Before the review: what was agreed last time is answered; beside it whether the numbers are there, the goals, and the time. */
import { h } from '../../ui/dom.js';
import { STEPS } from '../../ui/marks.js';
import { t } from '../../ui/words.js';
import { answering } from './answering.js';
import { goalPlan } from './goalplan.js';
import { planCard } from './plan.js';
import { readiness } from './readiness.js';

export function preparePage(now) {
  const { room, app } = now;
  return h(
    'div',
    { class: 'prepare' },
    h('div', { class: 'prepare-first', key: 'first' }, answering(now) ?? agenda()),
    h(
      'div',
      { class: 'prepare-aside', key: 'aside' },
      readiness(now),
      goalPlan(now),
      planCard(now),
      h(
        'p',
        { class: 'quiet-text', key: 'led' },
        t('room.facilitatedBy', { name: app.name(room.facilitator), n: room.votes }),
      ),
    ),
  );
}

/** Where nothing is to be answered: how a review goes. */
function agenda() {
  return h(
    'section',
    { class: 'card', key: 'agenda' },
    h('h2', null, t('room.agenda')),
    h(
      'ol',
      { class: 'agenda' },
      [...STEPS, 'collect', 'vote', 'solve'].map((part) =>
        h(
          'li',
          { key: part },
          h('b', null, t(STEPS.includes(part) ? `step.${part}` : `phase.${part}`)),
          h('span', null, t(`room.agendaOf.${part}`)),
        )
      ),
    ),
  );
}
