/** All reviews there are, by channel, period and phase, the newest first. */
import { PHASES } from '../../core/wire.js';
import { dialog } from '../../ui/dialog.js';
import { h } from '../../ui/dom.js';
import { select } from '../../ui/field.js';
import { byName } from '../../ui/order.js';
import { t } from '../../ui/words.js';
import { reviewsOf } from './reviewed.js';

/** So many at first, and with every press. */
const PART = 30;
const PERIODS = [7, 30, 90, 365];

export function make(app, { summaries, close }) {
  const chosen = { channel: null, days: null, phase: null };
  let shown = PART;

  function choose(name, value) {
    chosen[name] = value;
    shown = PART;
    app.draw();
  }

  const filters = () =>
    h(
      'div',
      { class: 'picks' },
      select({
        class: 'pick',
        'aria-label': t('lobby.channel'),
        blank: t('reviews.allChannels'),
        options: app.directory.all('channel').sort(byName).map(({ id, name }) => ({ value: id, text: name })),
        value: chosen.channel,
        choose: (value) => choose('channel', value),
      }),
      select({
        class: 'pick',
        'aria-label': t('reviews.period'),
        blank: t('reviews.always'),
        options: PERIODS.map((days) => ({ value: String(days), text: t('reviews.lastDays', { n: days }) })),
        value: chosen.days && String(chosen.days),
        choose: (value) => choose('days', value && Number(value)),
      }),
      select({
        class: 'pick',
        'aria-label': t('reviews.phase'),
        blank: t('reviews.allPhases'),
        options: [
          { value: 'open', text: t('reviews.open') },
          ...PHASES.map((phase) => ({ value: phase, text: t(`phase.${phase}`) })),
        ],
        value: chosen.phase,
        choose: (value) => choose('phase', value),
      }),
    );

  function row({ room, shows, at, phase }) {
    const summary = summaries.get(room.id);
    const channels = new Set(shows.map((show) => app.directory.get('channel', show.channel)?.name).filter(Boolean));
    return h(
      'li',
      { key: room.id },
      h(
        'span',
        { class: 'grow' },
        h('a', { href: `/room/${room.id}` }, h('b', null, room.title)),
        h(
          'small',
          { class: 'quiet-text' },
          [
            app.f.day(at),
            [...channels].join(t('reviews.and')),
            summary?.issues !== undefined && t('reviews.issues', { n: summary.issues }),
            summary?.solutions > 0 && t('reviews.solutions', { n: summary.solutions }),
          ].filter(Boolean).join(' · '),
        ),
      ),
      phase && h('span', { class: phase === 'closed' ? 'label' : 'label accent' }, t(`phase.${phase}`)),
    );
  }

  return () => {
    const found = reviewsOf(
      {
        rooms: app.listed.rooms,
        shows: app.listed.shows,
        phaseOf: (id) => summaries.get(id)?.phase,
        now: app.clock.now(),
      },
      chosen,
    );
    return dialog(
      { title: t('lobby.reviews'), close, wide: true },
      filters(),
      h('p', { class: 'quiet-text', role: 'status' }, t('reviews.count', { n: found.length })),
      h('ul', { class: 'brought', 'aria-label': t('lobby.reviews') }, found.slice(0, shown).map(row)),
      found.length > shown &&
        h(
          'button',
          { class: 'quiet small', onclick: () => ((shown += PART), app.draw()) },
          t('reviews.more', {
            n: found.length - shown,
          }),
        ),
    );
  };
}
