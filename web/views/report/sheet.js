/**
 * The report as a sheet of the page: the same in the room and by a link.
 *
 *     sheet(content, { t, badge, tombstone, figure?, beside?, headed? })
 *
 * `badge(role)` and `tombstone(erased)` draw those; `figure(number, node)` puts a figure's source behind it, `beside(decision)`
 * what may be done with a solution.
 */
import { h } from '../../ui/dom.js';
import { kindMark } from '../../ui/marks.js';

export function sheet(content, tools) {
  const { t } = tools;
  return h(
    'article',
    { class: 'report-sheet', 'aria-label': content.title },
    h(
      'header',
      null,
      h('h2', null, content.title),
      tools.headed,
      h('p', null, content.under),
      content.about && h('p', { class: 'quiet-text tiny' }, content.about),
    ),
    content.shows.map((show, n) => show.numbers.length > 0 && tiles(show, n, content.shows.length > 1, tools)),
    section(
      t('report.decidedTitle'),
      content.decisions.length > 0 && t('report.count', { n: content.decisions.length }),
      content.decisions.length > 0
        ? h('ol', { class: 'decisions' }, content.decisions.map((one) => decision(one, tools)))
        : h('p', { class: 'empty' }, t('report.nothing')),
    ),
    content.proposed.length > 0 &&
      section(
        t('report.proposedTitle'),
        t('report.count', { n: content.proposed.length }),
        h('ol', { class: 'proposed' }, content.proposed.map((one) => decision(one, tools))),
      ),
    content.actions.length > 0 &&
      section(
        t('report.actionsTitle'),
        t('report.actionCount', { n: content.actions.length }),
        h('ul', { class: 'actions' }, content.actions.map((one) => action(one, tools))),
      ),
    content.topics.length > 0 &&
      section(
        t('report.topics'),
        null,
        h('ol', { class: 'top' }, content.topics.map((one) => topic(one, true, tools))),
      ),
    content.parked.length > 0 &&
      section(
        t('report.parkedTitle'),
        t('report.cardCount', { n: content.parked.length }),
        h('ul', { class: 'parked' }, content.parked.map((one) => topic(one, isVoted(content.parked), tools))),
      ),
    h('footer', { class: 'quiet-text tiny' }, content.foot, h('span', null, t('product'))),
  );
}

function section(title, count, ...rest) {
  return h('section', { key: title }, h('h3', null, title, count && h('small', null, count)), ...rest);
}

function tiles({ title, numbers }, n, isNamed, { t, figure = (_, node) => node }) {
  return h(
    'section',
    { key: `numbers ${n}`, class: 'report-numbers' },
    isNamed && h('h3', null, title),
    h(
      'dl',
      null,
      numbers.map((number) =>
        h(
          'div',
          { key: number.metric },
          h('dt', null, number.label),
          h('dd', null, h('b', null, figure(number, number.text))),
          number.goal &&
            h(
              'dd',
              { class: 'against' },
              t('report.goal', { value: number.goal }),
              ' ',
              number.gap && h('span', { class: `gap ${number.gap.level}` }, number.gap.text),
            ),
        )
      ),
    ),
  );
}

const wordsOf = (one, { tombstone }) => one.erased ? tombstone(one.erased) : h('span', { class: 'words' }, one.text);

function decision(one, tools) {
  const { t, badge, beside } = tools;
  return h(
    'li',
    { key: one.id },
    wordsOf(one, tools),
    h('span', { class: 'who' }, badge(one.role), one.owner, one.due && ` · ${t('report.until', { due: one.due })}`),
    beside?.(one) ?? (one.inPlaybook && h('span', { class: 'label good' }, t('report.inPlaybook'))),
    one.why && h('span', { class: 'from', key: 'why' }, one.why),
    h('span', { class: 'from' }, one.from),
  );
}

function action(one, tools) {
  return h(
    'li',
    { key: one.id, class: one.state },
    h('span', { class: 'box', role: 'img', 'aria-label': tools.t(`report.state.${one.state}`) }),
    wordsOf(one, tools),
    h('span', { class: 'who' }, tools.badge(one.role), one.owner),
    h('span', { class: 'from' }, one.due),
  );
}

const isVoted = (topics) => topics.some(({ votes }) => votes > 0);

/** `counts`: whether its votes have a place, as the others' have. */
function topic(one, counts, tools) {
  return h(
    'li',
    { key: one.id },
    counts && h('span', { class: 'total' }, one.votes > 0 && ['♥ ', one.votes]),
    tools.badge(one.role),
    kindMark(one.kind, one.template),
    wordsOf(one, tools),
    h('span', { class: 'from' }, one.at),
  );
}
