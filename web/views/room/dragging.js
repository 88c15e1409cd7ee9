/**
 * A card is dragged: onto another it is put together with it, between two of its lane it stands there from then on. With the
 * keyboard it is G and Shift with an arrow, on a phone the card's menu.
 */
import { acts } from './acts.js';
import { join, mayDrag, mayGroup } from './grouping.js';
import { droppedAt, turned } from './moving.js';
import { may } from './phases.js';

const TYPE = 'application/x-aftershow-issue';
/** So much of a card's height, at either end, is between it and its neighbour. */
const EDGE = 0.25;
let dragged = null;

const cardAt = (event) => event.target.closest?.('[data-issue]');

export function start(now, event) {
  const card = cardAt(event);
  const issue = card && event.target === card && now.records.get('issue', card.dataset.issue);
  if (!issue || !mayDrag(now, issue)) return;
  dragged = issue;
  event.dataTransfer.setData(TYPE, issue.id);
  event.dataTransfer.effectAllowed = 'move';
}

export function over(now, event) {
  mark(aim(now, event));
  if (marked) event.preventDefault();
}

export function drop(now, event) {
  const [target, issue] = [aim(now, event), dragged];
  end();
  if (!target || !event.dataTransfer.types.includes(TYPE)) return;
  event.preventDefault();
  const { id, side } = target;
  if (side === 'onto') join(now, issue.id, id);
  else acts.place(now, issue.id, droppedAt(turned(now, issue), issue.id, id, side));
}

export function end() {
  dragged = null;
  mark(null);
}

/** What a drop here would do: `{node, id, side}`, or null. */
function aim(now, event) {
  if (!dragged) return null;
  const lane = event.target.closest?.('.lane');
  const orders = lane?.dataset.role === dragged.role && may.place(now.room, dragged, now.me);
  const node = cardAt(event) ?? (orders ? nearest(lane, event.clientY) : null);
  const id = node?.dataset.issue;
  if (!node || id === dragged.id) return null;
  const side = sideOf(node, event.clientY, { orders, groups: mayGroup(now) && node === cardAt(event) });
  if (side === null || side === 'onto') return side && { node, id, side };
  return droppedAt(turned(now, dragged), dragged.id, id, side) === undefined ? null : { node, id, side };
}

function sideOf(node, y, { orders, groups }) {
  if (!orders) return groups ? 'onto' : null;
  const { top, height } = node.getBoundingClientRect();
  const share = (y - top) / height;
  const edge = groups ? EDGE : 0.5;
  return share < edge ? 'before' : share > 1 - edge ? 'after' : groups ? 'onto' : 'after';
}

/** In the gaps, and below the last one. */
function nearest(lane, y) {
  const cards = [...lane.querySelectorAll('[data-issue]')];
  return cards.find((card) => card.getBoundingClientRect().bottom >= y) ?? cards.at(-1);
}

let marked = null;

/** Not drawn with the page: it would draw the board anew at every step of the pointer. */
function mark(target) {
  if (marked?.node === target?.node && marked?.side === target?.side) return;
  marked?.node.removeAttribute('data-drop');
  target?.node.setAttribute('data-drop', target.side);
  marked = target;
}
