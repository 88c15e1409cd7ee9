/** What is done with a card once somebody asks for it: its page does without until then. */
import { acts } from './acts.js';
import { takesMore } from './goingalong.js';

/** Takes one's card away: at once where that is all that goes with it, and else it is asked about first. */
export const withdraw = (now, issue) => takesMore(now, issue) ? now.ui.leave(issue.id) : acts.withdraw(now, issue.id);

/** A refused card goes back into the composer, its words untouched. */
export function takeBack(now, item) {
  const { app, ui, log } = now;
  const { text, role, kind, offset, anonymous = false } = item.args;
  app.drafts.putBack(`issue:${log}`, text);
  const minute = offset === undefined ? '' : now.f.offset(offset);
  ui.composing.fill({ role, kind, anonymous, blind: false, minute });
  app.outbox.dismiss(item.id);
  document.querySelector('.room-composer textarea')?.focus();
}
