/** The evidence beside the opinions: a small curve and the key numbers. A panel on a laptop, a drawer on a phone. */
import { h, memo } from '../../ui/dom.js';
import { ofShow, sourced } from '../../ui/figure.js';
import { better, gap } from '../../ui/format.js';
import { icon } from '../../ui/icon.js';
import { t } from '../../ui/words.js';
import { gapMark } from './issuecard.js';
import { showPicker, without } from './shows.js';

const KEY_NUMBERS = [
  'gmv',
  'watch_uv',
  'avg_online',
  'avg_watch_sec',
  'clk_pay_rate',
  'uv_value',
  'new_follow',
  'wecom_new',
];
/** These have their own, and 准备 tells none of it yet. */
const DATA_PAGES = new Set(['prepare', 'goals', 'show', 'comparison']);
const wide = globalThis.matchMedia?.('(min-width: 1000px)');

export function evidence(now) {
  const { ui, page } = now;
  if (page === 'summary' || (DATA_PAGES.has(page) && !ui.pointing.isOpen)) return null;
  return memo('evidence', panel, now, wide.matches);
}

function panel(now, isWide) {
  const { ui, show } = now;
  return h(
    'aside',
    {
      class: `room-evidence ${ui.pointing.isOpen ? 'open' : ''}`,
      tabindex: '0',
      'aria-label': t('room.evidence'),
    },
    h(
      'header',
      null,
      h('h2', null, t('room.evidence')),
      h('button', {
        class: 'quiet icon-only narrow-only',
        'aria-label': t('close'),
        onclick: () => ui.pointing.open(false),
      }, icon('close')),
    ),
    showPicker(now),
    show && (show.ready ? [curve(now, isWide), keyNumbers(now)] : without(show)),
  );
}

/** Fetched only when it is to be seen: not for a drawer that is shut. */
function curve(now, isWide) {
  const { show, ui, app } = now;
  if (!show.series) return h('p', { class: 'quiet-text tiny' }, t('room.noSeries'));
  if (!isWide && !ui.pointing.isOpen) return null;
  const sparkline = ui.parts.get(app, 'sparkline');
  return sparkline ? sparkline(now) : ui.parts.without(app, 'sparkline');
}

function keyNumbers({ app, show, f }) {
  const values = show.latest?.values;
  if (!values) return h('p', { class: 'quiet-text tiny' }, t('room.noSnapshot'));
  const shown = KEY_NUMBERS.filter((metric) => metric in values);
  return h(
    'dl',
    { class: 'key-numbers' },
    shown.map((metric) => {
      const goal = show.records.get('goal', metric)?.value;
      return h(
        'div',
        { key: metric },
        h('dt', null, t(`metric.${metric}`)),
        h(
          'dd',
          null,
          h(
            'b',
            null,
            sourced(
              app,
              { metric, value: values[metric], of: () => ofShow(show.records) },
              f.metric(metric, values[metric]),
            ),
          ),
          goal !== undefined &&
            h(
              'span',
              { class: 'against' },
              t('room.goalIs', { value: f.metric(metric, goal) }),
              ' ',
              gapMark(gap(values[metric], goal, better(metric), show.thresholds)),
            ),
        ),
      );
    }),
  );
}
