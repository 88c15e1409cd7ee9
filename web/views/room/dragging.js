/** A card dragged onto another is put together with it. With the keyboard it is G, on a phone the card's menu. */
import { join, mayGroup } from './grouping.js';

const TYPE = 'application/x-aftershow-issue';
let dragged = null;

const cardAt = (event) => event.target.closest?.('[data-issue]');

export function start(now, event) {
  const card = cardAt(event);
  if (!card || event.target !== card || !mayGroup(now)) return;
  dragged = card.dataset.issue;
  event.dataTransfer.setData(TYPE, dragged);
  event.dataTransfer.effectAllowed = 'move';
}

export function over(now, event) {
  const card = cardAt(event);
  mark(card && dragged && card.dataset.issue !== dragged ? card : null);
  if (marked) event.preventDefault();
}

export function drop(now, event) {
  const card = cardAt(event);
  const issue = dragged;
  end();
  if (!card || !issue || !event.dataTransfer.types.includes(TYPE)) return;
  event.preventDefault();
  join(now, issue, card.dataset.issue);
}

export function end() {
  dragged = null;
  mark(null);
}

let marked = null;

/** Not drawn with the page: it would draw the board anew at every step of the pointer. */
function mark(card) {
  if (marked === card) return;
  marked?.removeAttribute('data-drop');
  card?.setAttribute('data-drop', '');
  marked = card;
}
