/**
 * A finger that rests on a card opens the card's menu, in place of the browser's: no text is marked, nothing is dragged, and
 * lifting the finger presses nothing.
 */
/** Sooner than the browsers' own. */
const LASTS = 450;
/** Pixels; a finger that goes further sweeps or scrolls. */
const SLACK = 10;
let press = null;

export function down(now, event) {
  end();
  if (event.pointerType !== 'touch' || !event.isPrimary || !isFree(event.target)) return;
  const issue = event.target.closest('[data-issue]')?.dataset.issue;
  if (!issue || now.own(issue).isEdited) return;
  const { clientX: x, clientY: y } = event;
  press = { x, y, isOpen: false, timer: setTimeout(() => open(now, issue), LASTS) };
}

const isFree = (target) => !target.closest('button, a, input, textarea, select, label, [role=alertdialog]');

function open({ ui }, issue) {
  press.isOpen = true;
  ui.opened.show({ name: 'card', issue });
}

export function move(_, { clientX, clientY }) {
  if (press && !press.isOpen && Math.hypot(clientX - press.x, clientY - press.y) > SLACK) end();
}

export function up() {
  if (!press?.isOpen) end();
}

/** What would follow is a press on whatever lies under the finger by now. */
export function lift(_, event) {
  if (press?.isOpen) event.preventDefault();
  end();
}

export function menu(_, event) {
  if (press) event.preventDefault();
}

function end() {
  clearTimeout(press?.timer);
  press = null;
}
