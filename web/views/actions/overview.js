/** For leads: what became of what was agreed, over channels. */
import { isOpen } from '../../core/agreed.js';
import { h } from '../../ui/dom.js';
import { byName } from '../../ui/order.js';
import { t } from '../../ui/words.js';
import { overAll } from './order.js';

export function overview(app, list, view) {
  const { weeks, share, ...counts } = overAll(list.channels);
  return h(
    'aside',
    { class: 'actions-side' },
    h(
      'section',
      { class: 'card' },
      h('h2', null, t('actions.share')),
      h('p', { class: 'actions-share' }, share === null ? '–' : `${Math.round(share * 100)} %`),
      h('p', { class: 'action-about' }, t('actions.shareOf', counts)),
      h(
        'div',
        { class: 'actions-weeks', 'aria-hidden': 'true' },
        weeks.map(({ agreed, done }, n) =>
          h('i', { key: n, style: { '--share': `${agreed > 0 ? Math.round((done / agreed) * 100) : 0}%` } })
        ),
      ),
    ),
    h('section', { class: 'card' }, h('h2', null, t('actions.channels')), table(app, list)),
    putOff(app, list, view),
  );
}

/** What is late first. */
function table(app, { channels }) {
  const named = channels.filter(({ overview }) => overview).map((one) => ({
    ...one,
    name: app.directory.get('channel', one.channel)?.name ?? '',
  }));
  named.sort((one, other) => other.overview.late - one.overview.late || byName(one, other));
  return h(
    'table',
    null,
    h(
      'thead',
      null,
      h(
        'tr',
        null,
        ['channel', 'late', 'doing', 'newest'].map((name) =>
          h('th', { key: name, scope: 'col' }, t(`actions.column.${name}`))
        ),
      ),
    ),
    h(
      'tbody',
      null,
      named.map(({ channel, name, overview: { late, doing, newest } }) =>
        h(
          'tr',
          { key: channel },
          h('th', { scope: 'row' }, name),
          h('td', { class: late > 0 ? 'late' : '' }, late),
          h('td', null, doing),
          h('td', null, t('actions.newest', newest)),
        )
      ),
    ),
  );
}

function putOff(app, { channels }, view) {
  const often = channels.flatMap(({ log, channel, actions }) =>
    actions.filter((action) => isOpen(action) && action.missed >= 3).map((action) => ({ log, channel, action }))
  );
  if (often.length === 0) return null;
  return h(
    'section',
    { class: 'card' },
    h('h2', null, t('actions.putOff')),
    h(
      'ul',
      null,
      often.map((row) =>
        h(
          'li',
          { key: row.action.id },
          h('p', null, row.action.text),
          h(
            'p',
            { class: 'action-about' },
            t('actions.missed', { n: row.action.missed }),
            ' ',
            row.action.answers.at(-1)?.reason,
          ),
          h('button', { class: 'small', onclick: () => view.open(row) }, t('actions.change')),
        )
      ),
    ),
  );
}
