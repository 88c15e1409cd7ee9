/**
 * The room for the wall: nothing to click, read from four metres, always where the facilitator is. No authors, no composer;
 * while the cards are blind, how many there are. An issue that everyone looks at has the wall to itself.
 */
import { h } from '../../ui/dom.js';
import { kindMark, LANES, roleBadge, roleSign } from '../../ui/marks.js';
import { t } from '../../ui/words.js';
import { byVotes } from './order.js';
import { timerPill } from './timer.js';
import { evidence, reasons } from './projected.js';

export function projector(now) {
  return h('main', { class: `projector phase-${now.room.phase}` }, head(now), body(now));
}

function head(now) {
  const { room } = now;
  const step = room.phase === 'data' ? room.step ?? 'goals' : room.phase;
  const name = step === 'collect' && !room.revealed ? 'unturned' : step;
  return h(
    'header',
    null,
    h('h1', null, room.title),
    h('b', { class: 'phase' }, t(`phase.${room.phase}`)),
    h('span', { class: 'grow' }, t(`hint.${name}`)),
    timerPill(now),
  );
}

function body(now) {
  const { records, room, ui, app } = now;
  const issue = records.get('issue', records.only('focus')?.issue);
  if (issue && !issue.erased) return focused(now, issue);
  if (now.page === 'board') return room.revealed ? lanes(now) : counts(now);
  if (now.page === 'solve') return ranked(now);
  const draw = ui.parts.get(app, now.page);
  return h('div', { class: `projected-page room page-${now.page}`, key: now.page }, draw ? draw(now) : t('loading'));
}

/** While nobody sees whose, how many. */
function counts({ records }) {
  const { cards } = records.only('progress') ?? {};
  return h(
    'div',
    { class: 'projected-count', key: 'count' },
    h('b', null, String(cards ?? 0)),
    h('span', null, t('projector.cards')),
  );
}

function lanes(now) {
  return h(
    'div',
    { class: 'projected-lanes', key: 'lanes' },
    LANES.map((role) => lane(now, role)),
  );
}

function lane(now, role) {
  const cards = now.lanes[role];
  return h(
    'section',
    { key: role, class: `role-${role}` },
    h('h2', null, roleSign(role), now.app.roleName(role), h('span', null, String(cards.length || ''))),
    h(
      'div',
      { class: 'projected-cards', drawn: (node) => requestAnimationFrame(() => fit(node)) },
      cards.map((issue) => card(now, issue)),
      h('p', { class: 'projected-more', key: 'more' }),
    ),
  );
}

function card(now, issue) {
  return h(
    'article',
    { key: issue.id },
    h(
      'p',
      { class: 'projected-mark' },
      number(issue),
      kindMark(issue.kind, now.room.template),
      minute(now, issue),
      totals(issue),
      together(now.stack(issue.id)),
      standing(issue),
    ),
    h('p', null, now.stack(issue.id)?.title || issue.text),
  );
}

/** Of cards put together, how many they are. */
const together = (group) =>
  group && h('span', { class: 'together', key: 'together' }, t('projector.together', { n: group.cards.length }));

const number = ({ no }) => no && h('span', { class: 'no', key: 'no' }, `#${no}`);

/** What became of it. */
const standing = ({ state }) =>
  state && h('span', { class: `label state-${state}`, key: 'state' }, t(`room.state.${state}`));

const minute = ({ f }, { offset }) =>
  offset !== undefined && offset !== null && h('time', { key: 'minute' }, f.offset(offset));
const totals = ({ votes }) => votes > 0 && h('span', { class: 'total', key: 'votes' }, `♥ ${votes}`);

/** What does not fit is a number: half a card tells nothing. */
function fit(node) {
  const cards = [...node.children].slice(0, -1);
  const more = node.lastElementChild;
  for (const one of cards) one.hidden = false;
  more.textContent = '';
  let hidden = 0;
  while (node.scrollHeight > node.clientHeight + 1 && hidden < cards.length - 1) {
    hidden += 1;
    cards[cards.length - hidden].hidden = true;
    more.textContent = t('projector.more', { n: hidden });
  }
}

function ranked(now) {
  const issues = [...now.tops].filter((issue) => !issue.erased).sort(byVotes);
  return h(
    'div',
    { class: 'projected-ranked', key: 'ranked' },
    h(
      'div',
      { class: 'projected-cards', drawn: (node) => requestAnimationFrame(() => fit(node)) },
      issues.map((issue) => card(now, issue)),
      h('p', { class: 'projected-more', key: 'more' }),
    ),
  );
}

function focused(now, issue) {
  const group = now.groupOf(issue.id);
  return h(
    'section',
    { class: 'projected-issue', key: issue.id },
    h(
      'p',
      { class: 'projected-mark' },
      number(issue),
      kindMark(issue.kind, now.room.template),
      minute(now, issue),
      roleBadge(now.app, issue.role),
      totals(group ? group.top : issue),
      together(group),
      standing(issue),
    ),
    h('h2', null, group?.title || issue.text),
    h('div', { class: 'projected-sides' }, evidence(now, issue), reasons(now, issue)),
  );
}
