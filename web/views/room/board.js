/** The board: a lane a role, on a phone one lane at a time, swept sideways or chosen by its tab. */
import { admits } from '../../core/acts.js';
import { h, memo } from '../../ui/dom.js';
import { LANES, roleBadge, roleSign } from '../../ui/marks.js';
import { t } from '../../ui/words.js';
import { mayGroup } from './grouping.js';
import { isMine } from './issue.js';
import { ghostCard, issueCard } from './issuecard.js';
import { laneCount } from './lanecount.js';
import { laneOrder } from './order.js';
import { may } from './phases.js';
import { laneWithEdited } from './staying.js';
import { tagFilter, tagged } from './tags.js';

export function board(now) {
  const looks = LANES.map((role) => laneLook(now, role));
  return [
    tagFilter(now),
    tabs(now, looks),
    h('div', {
      class: 'lanes',
      key: 'lanes',
      role: 'group',
      'aria-label': t('room.lanes'),
      tabindex: now.issues.length ? null : '0',
      style: { '--lanes': widths(now) },
      created: (node) => keepLane(now, node),
      removed: (node) => node.watch.disconnect(),
      onscroll: (event) => swept(now, event.currentTarget),
      ...dragged(now),
    }, looks.map((look) => rememberedLane(now, look))),
  ];
}

/** What a lane shows, how many wait outside of it, and how many a tag hides. */
function laneLook(now, role) {
  const { ui, lanes } = now;
  const issues = lanes[role];
  const visible = ui.columns.visible(role, issues, (issue) => isMine(issue, now.me), () => isHeld(now, role));
  const bearing = tagged(now, visible);
  const cards = laneWithEdited(now, role, bearing, laneOrder(now.records.all('order')));
  const waiting = ui.columns.waiting(role);
  return { role, issues, cards, waiting, hidden: bearing === visible ? 0 : lacking(visible, [...bearing, ...cards]) };
}

function lacking(all, some) {
  const found = new Set(some);
  return all.filter((one) => !found.has(one)).length;
}

/** A lane is looked at again only when something in it has changed: most events touch one of them. */
function rememberedLane(now, { role, issues, cards, waiting, hidden }) {
  const { app, ui } = now;
  if (waiting) ui.announcements.say(t('room.arrived', { n: waiting, role: app.roleName(role) }));
  const shown = ui.stretches.of(role, issues, ui.unrolling.shown(role, cards));
  return memo(role, lane, now, role, issues.length, shown, waiting, hidden);
}

function lane(now, role, count, { stretches, loose }, waiting, hidden) {
  const { app, ui } = now;
  const name = app.roleName(role);
  const ghosts = now.pending.posts.filter((item) => item.args.role === role);
  const { backs, writes } = others(now, role, count);
  const n = count + ghosts.length + backs;
  const unseen = hidden && hidden + waiting;
  const label = laneCount(n, now.room, unseen) === ''
    ? t('room.laneHidden', { role: name })
    : t(hidden ? 'room.laneSifted' : 'room.lane', { role: name, n, shown: n - unseen });
  return h(
    'section',
    { class: `lane role-${role}`, key: role, 'data-role': role, 'aria-label': label },
    h(
      'header',
      null,
      roleSign(role),
      h('h2', null, name),
      h('span', { class: 'count' }, n ? laneCount(n, now.room, unseen) : ''),
    ),
    h(
      'div',
      { class: 'lane-cards' },
      stretches.map(({ end, cards }, n) => memo(end, stretch, now, cards, n === 0)),
      loose.map((issue, n) => withOffer(now, issue, n === 0 && stretches.length === 0)),
      ghosts.map((item) => ghostCard(now, item)),
      faceDown(backs),
      writes && h('p', { class: 'back writes', key: 'writes' }, t('room.writes')),
      hidden > 0 && h('p', { class: 'lane-empty', key: 'hidden' }, t('room.hiddenByTag', { n: hidden })),
      hidden === 0 && stretches.length + loose.length + ghosts.length + backs === 0 && !writes &&
        h('p', { class: 'lane-empty' }, empty(now, role)),
    ),
    waiting > 0 && h('button', {
      class: 'arrived small',
      key: 'arrived',
      onclick: () => ui.columns.admit(role),
    }, t('room.newCards', { n: waiting })),
  );
}

/** Others' cards of a lane while they are face down, and whether somebody writes one under their name. */
function others({ ui, room, records, me, writing, isLive }, role, mine) {
  if (room.revealed || !isLive) return { backs: 0, writes: false };
  const told = records.only('progress')?.lanes?.[role] ?? 0;
  const isMineAlone = ui.composing.what === 'issue' && ui.composing.fields.role === role && me.roles?.includes(role);
  return { backs: Math.max(0, told - mine), writes: writing.lanes.includes(role) && !isMineAlone };
}

/** As many backs as there are cards; of many the number alone. */
function faceDown(n) {
  if (n === 0) return null;
  if (n > 8) return h('p', { class: 'back many', key: 'backs' }, t('room.faceDown', { n }));
  return Array.from({ length: n }, (_, place) => h('p', { class: 'back', key: `back${place}`, 'aria-hidden': 'true' }));
}

/** While the cards are face down one's own lanes are wide. */
function widths({ room, me }) {
  if (room.revealed || !me.roles?.length) return `repeat(${LANES.length}, minmax(130px, 1fr))`;
  return LANES.map((role) => (me.roles.includes(role) ? 'minmax(220px, 3fr)' : 'minmax(92px, 1fr)')).join(' ');
}

/** Out of sight it is not laid out at all (`.stretch`, room.css). */
function stretch(now, cards, isFirst) {
  return h(
    'div',
    { class: 'stretch', style: { '--cards': String(cards.length) } },
    cards.map((issue, n) => withOffer(now, issue, isFirst && n === 0)),
  );
}

/** A card, and under it, for whoever steers, one that seems to say the same. */
function withOffer(now, issue, first) {
  const card = issueCard(now, issue, { first });
  const offer = now.leads && mayGroup(now) && now.ui.parts.get(now.app, 'likely')?.(now, issue);
  return offer ? [card, offer] : card;
}

/** A lane is held while its reader has scrolled into it, edits in it, or is writing a card for it. */
function isHeld({ ui }, role) {
  const node = document.querySelector(`.lane[data-role="${role}"] .lane-cards`);
  if (!node) return false;
  const isWrittenFor = ui.composing.what !== null && ui.composing.fields.role === role;
  return Math.max(node.scrollTop, node.closest('.lanes').scrollTop) > 8 || node.contains(document.activeElement) ||
    isWrittenFor;
}

function empty({ room, me }, role) {
  if (may.post(room, me) && me.roles?.includes(role)) return t('room.yourLane');
  return room.revealed ? t('room.noCards') : t('room.hidden');
}

/** In the list it is the tab of the last lane whose head has gone by. Lanes without cards do not stand in it. */
function passed(ui, lanes) {
  const { top } = lanes.getBoundingClientRect();
  const shown = [...lanes.children].filter((lane) => lane.offsetHeight > 0);
  const role = shown.findLast((lane) => lane.getBoundingClientRect().top <= top + 8)?.dataset.role;
  if (role && role !== ui.columns.lane) ui.columns.showLane(role);
}

/** What the room's template says of a phase, once that has come; null where it says nothing. */
export const ofTemplate = ({ app, ui, room: { template } }, phase) =>
  template ? ui.parts.get(app, 'asking')?.hinted(template, phase) : null;

/** What the phase asks of whoever looks at the board; null where it asks nothing. */
export function banner(now) {
  const { room, standing, show } = now;
  if (room.phase === 'live') {
    return h(
      'div',
      { class: 'banner', key: 'live' },
      t('room.liveHint'),
      show && h('a', { class: 'button small', href: `/show/${show.id}` }, t('room.questionLog')),
    );
  }
  if (!room.revealed && (room.phase === 'collect' || room.phase === 'data')) {
    return h(
      'div',
      { class: 'banner', key: 'blind' },
      h('b', null, ofTemplate(now, 'collect') ?? t('room.blind')),
      h('span', { class: 'wide-only' }, t('room.blindHint')),
      h('span', { class: 'quiet-text' }, mineSoFar(now)),
      soFar(now, 'cards'),
      someone(now),
    );
  }
  if (room.phase === 'vote') return budget(standing, room, soFar(now, 'voted'), byHand(now), ofTemplate(now, 'vote'));
  return null;
}

/** One's own cards: a card that waits for the line is written, and not yet anywhere else. */
function mineSoFar({ records, pending, isLive }) {
  const waiting = pending.posts.filter((item) => item.state !== 'refused').length;
  const words = t('room.mineSoFar', { n: records.count('issue') + waiting });
  return waiting > 0 && !isLive ? `${words}${t('room.ofThemWaiting', { n: waiting })}` : words;
}

/** Somebody writes without their name; of oneself one knows. */
function someone({ ui, writing, isLive }) {
  if (!isLive || !writing.someone || (ui.composing.what === 'issue' && ui.composing.fields.anonymous)) return null;
  return h('span', { class: 'so-far', key: 'someone' }, t('room.someoneWrites'));
}

/** How many cards there are, or how many have voted, beside how many are here; never whose or who. Of now, or nothing. */
function soFar({ records, me, present, isLive }, what) {
  const n = records.only('progress')?.[what];
  if (n === undefined || !isLive) return null;
  const here = new Set([me.member, ...present.keys()]).size;
  return h('span', { class: 'so-far', key: what }, t(`room.${what}SoFar`, { n, here }));
}

/** The budget in hearts and words: ♥ given, ♡ left. */
export function budget({ left }, { votes, cap }, others = null, hand = null, said = null) {
  const rest = Math.max(0, left);
  return h(
    'div',
    { class: 'banner budget', key: 'vote' },
    said && h('b', { key: 'said', class: 'wide-only' }, said),
    h('b', null, rest === 0 ? t('room.spent') : t('room.votesLeft', { n: rest })),
    h('span', { class: 'hearts', 'aria-hidden': 'true' }, h('i', null, '♥'.repeat(votes - rest)), '♡'.repeat(rest)),
    h('span', { class: cap ? null : 'wide-only' }, t(cap ? 'room.capHint' : 'room.voteHint', { n: cap })),
    others,
    hand,
  );
}

/** Votes of people without a device. */
function byHand({ room, me, ui }) {
  if (!admits('hand.vote', me, { room })) return null;
  return h(
    'button',
    { class: 'small', key: 'hand', onclick: () => ui.opened.show({ name: 'hand' }) },
    t('room.byHandTitle'),
  );
}

/** Cards are put together by dragging, as soon as what that takes is here. */
function dragged(now) {
  const hands = (name) => (event) => now.ui.parts.get(now.app, 'dragging')?.[name](now, event);
  return { ondragstart: hands('start'), ondragover: hands('over'), ondrop: hands('drop'), ondragend: hands('end') };
}

function tabs(now, looks) {
  const counts = looks.map(({ role, issues, hidden, waiting }) => {
    const waits = now.pending.posts.filter((item) => item.args.role === role).length;
    const n = issues.length + waits + others(now, role, issues.length).backs;
    return laneCount(n, now.room, hidden && hidden + waiting);
  });
  return memo('tabs', tabBar, now, ...counts);
}

function tabBar(now, ...counts) {
  const { app } = now;
  const chosen = shownLane(now);
  const props = { class: 'lane-tabs narrow-only', role: 'group', 'aria-label': t('room.lanes') };
  return h(
    'div',
    props,
    LANES.map((role, place) =>
      h(
        'button',
        {
          key: role,
          class: `quiet role-${role}`,
          'aria-pressed': String(role === chosen),
          onclick: () => {
            const lane = document.querySelector(`.lane[data-role="${role}"]`);
            lane?.scrollIntoView({ inline: 'start', block: isList(lane.parentNode) ? 'start' : 'nearest' });
            now.ui.columns.showLane(role);
          },
        },
        roleBadge(app, role),
        h('span', null, counts[place]),
      )
    ),
  );
}

/** The chosen lane stays in sight when the page is turned or resized. */
function keepLane(now, node) {
  const scroll = () => {
    if (isList(node)) return passed(now.ui, node);
    node.scrollLeft = LANES.indexOf(shownLane(now)) * node.firstElementChild.offsetWidth;
  };
  // In the next frame: what moves while sizes are told makes WebKit complain of a loop.
  node.watch = new ResizeObserver(() => requestAnimationFrame(scroll));
  for (const one of [node, ...node.childNodes]) node.watch.observe(one);
}

const shownLane = ({ ui, me }) => ui.columns.lane ?? LANES.find((role) => me.roles?.includes(role)) ?? LANES[0];

/** While a phone votes all lanes are one list, below each other: nobody has to page through them (board.css). */
const isList = (lanes) => getComputedStyle(lanes).display === 'block';

/** A sweep over the lanes chooses the tab of the lane that came to rest. */
function swept({ ui }, lanes) {
  if (isList(lanes)) return passed(ui, lanes);
  if (lanes.firstElementChild.offsetWidth * 2.5 < lanes.clientWidth) return; // all of them are in sight
  if (lanes.scrollWidth <= lanes.clientWidth) return;
  const role = LANES[Math.round(lanes.scrollLeft / lanes.firstElementChild.offsetWidth)];
  if (role && role !== ui.columns.lane) ui.columns.showLane(role);
}
