/**
 * What keys do: `?` the keys, `n` a new card, `1`–`6` the lanes, arrows from card to card, `+` `−` votes, `e` edit, `m`
 * metric, `g` group, in the report `c` copies and `p` prints, Enter opens a card's sheet, in which `j` `k` turn to the next, `r` `w` `s` to what is written there,
 * Esc closes it. `act(now, key)` → whether it did anything.
 */
import { LANES } from '../../ui/marks.js';
import { mayGroup, votedFor } from './grouping.js';
import { may } from './phases.js';
import { neighbour } from './agenda.js';
import { move } from './moving.js';
import { undoingOf } from './undoing.js';
import { cast } from './votes.js';

export function act(now, key) {
  const { ui, records, room, me } = now;
  const issue = document.activeElement?.closest?.('[data-issue]') ? records.get('issue', ui.place) : null;
  if (ui.projects) return key === 'Escape' && leaveWall();
  switch (key) {
    case 'u':
      return undoingOf(now).offered !== null && (undoingOf(now).takeBack(), true);
    case 'c':
      return pressed('C');
    case 'p':
      return pressed('P') || Boolean(window.open(`${location.pathname}?projector`, 'projector', 'popup'));
    case '?':
      return ui.opened.show({ name: 'keys' }), true;
    case 'n':
      return focusOn('.room-composer textarea');
    case '1':
    case '2':
    case '3':
    case '4':
    case '5':
    case '6':
      return enter(LANES[key - 1]);
    case 'ArrowDown':
      return step(0, 1);
    case 'ArrowUp':
      return step(0, -1);
    case 'ArrowRight':
      return step(1, 0);
    case 'ArrowLeft':
      return step(-1, 0);
    case 'Shift+ArrowUp':
      return Boolean(issue) && move(now, issue, -1);
    case 'Shift+ArrowDown':
      return Boolean(issue) && move(now, issue, 1);
    case '+':
    case '=':
      return Boolean(issue) && may.vote(room, me) && (cast(now, votedFor(now, issue), 1), true);
    case '-':
    case '_':
      return Boolean(issue) && may.vote(room, me) && (cast(now, votedFor(now, issue), -1), true);
    case 'e':
      return Boolean(issue) && may.edit(room, issue, me) && (ui.edits.open(issue.id), true);
    case 'm':
      return Boolean(issue) && may.link(room, issue, me) && (ui.opened.show({ name: 'link', issue: issue.id }), true);
    case 'Enter':
      return document.activeElement === issueNode(issue) && (ui.sheet.show(issue.id), true);
    case 'j':
      return turn(now, 1);
    case 'k':
      return turn(now, -1);
    case 'r':
    case 'w':
    case 's':
    case 't':
      return ui.sheet.issue !== null && (ui.sheet.writeIn({ r: 'talk', w: 'why', s: 'way', t: 'act' }[key]), true);
    case 'g':
      return Boolean(issue) && mayGroup(now) && (ui.opened.show({ name: 'group', issue: issue.id }), true);
    case 'Escape':
      if (ui.sheet.issue !== null) return close(now);
      return ui.pointing.isOpen && (ui.pointing.open(false), true);
    default:
      return false;
  }
}

/** A button of the page that has this key, pressed. */
function pressed(key) {
  const button = document.querySelector(`.report-aside [aria-keyshortcuts="${key}"]`);
  button?.click();
  return Boolean(button);
}

const issueNode = (issue) => issue && document.querySelector(`.room-page [data-issue="${CSS.escape(issue.id)}"]`);

/** To the next sheet, or the one before. */
function turn(now, by) {
  const next = now.ui.sheet.issue !== null && neighbour(now, by);
  if (next) now.ui.sheet.show(next.id);
  return Boolean(next);
}

/** The focus goes back to the card. */
function close({ ui }) {
  const card = issueNode({ id: ui.sheet.issue });
  ui.sheet.close();
  card?.focus();
  return true;
}

function focusOn(selector) {
  const node = document.querySelector(selector);
  node?.focus();
  return Boolean(node);
}

function enter(role) {
  const lane = document.querySelector(`.lane[data-role="${role}"]`);
  if (!lane) return false;
  lane.scrollIntoView({ inline: 'start', block: 'nearest' });
  lane.querySelector('[data-issue]')?.focus({ preventScroll: true });
  return true;
}

/** From the card with the focus to its neighbour: down and up in its lane, right and left to the next lane with cards. */
function step(across, down) {
  const card = document.activeElement?.closest?.('[data-issue]');
  if (!card) return focusOn('[data-issue][tabindex="0"]') || focusOn('[data-issue]');
  const column = card.closest('.lane, .ranked');
  const cards = [...column.querySelectorAll('[data-issue]')];
  const place = cards.indexOf(card);
  if (down) return focusOnNode(cards[place + down]);
  const lanes = [...document.querySelectorAll('.lane')];
  for (let n = lanes.indexOf(column) + across; lanes[n]; n += across) {
    const there = [...lanes[n].querySelectorAll('[data-issue]')];
    if (there.length) return focusOnNode(there[Math.min(place, there.length - 1)]);
  }
  return false;
}

function focusOnNode(node) {
  node?.focus();
  node?.scrollIntoView({ block: 'nearest', inline: 'nearest' });
  return Boolean(node);
}

/** A window of its own closes; one that somebody came to by its address becomes the room. */
function leaveWall() {
  window.close();
  if (!window.closed) location.replace(location.pathname);
  return true;
}
