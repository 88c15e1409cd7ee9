/**
 * What keys do: `?` the keys, `n` a new card, `1`–`5` the lanes, arrows from card to card, `+` `−` votes, `e` edit, `m`
 * metric. `act(now, key)` → whether it did anything.
 */
import { ROLES } from '../../ui/marks.js';
import { may } from './phases.js';
import { cast } from './votes.js';

export function act(now, key) {
  const { ui, records, room, me } = now;
  const issue = document.activeElement?.closest?.('[data-issue]') ? records.get('issue', ui.place) : null;
  switch (key) {
    case '?':
      return ui.opened.show({ name: 'keys' }), true;
    case 'n':
      return focusOn('.room-composer textarea');
    case '1':
    case '2':
    case '3':
    case '4':
    case '5':
      return enter(ROLES[key - 1]);
    case 'ArrowDown':
      return step(0, 1);
    case 'ArrowUp':
      return step(0, -1);
    case 'ArrowRight':
      return step(1, 0);
    case 'ArrowLeft':
      return step(-1, 0);
    case '+':
    case '=':
      return Boolean(issue) && may.vote(room, me) && (cast(now, issue.id, 1), true);
    case '-':
    case '_':
      return Boolean(issue) && may.vote(room, me) && (cast(now, issue.id, -1), true);
    case 'e':
      return Boolean(issue) && may.edit(room, issue, me) && (ui.edits.open(issue.id), true);
    case 'm':
      return Boolean(issue) && may.link(room, issue, me) && (ui.opened.show({ name: 'link', issue: issue.id }), true);
    case 'Escape':
      return ui.pointing.isOpen && (ui.pointing.open(false), true);
    default:
      return false;
  }
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
