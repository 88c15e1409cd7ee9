/**
 * The room view's own state, kept between drawings: what is looked at, what is being edited, which dialog is open.
 * Nothing here is shared with anyone; what must survive a reload lies in `app.drafts`.
 */
import { Arrivals } from '../../ui/arrivals.js';
import { ROLES } from '../../ui/marks.js';

export function freshState(app, log, parts) {
  return {
    parts, // what is fetched later (ui/later.js)
    looking: null, // {phase, step?}: a station looked at while the room is at another
    show: null, // the reviewed show in focus, its log
    lane: null, // the lane shown on a phone
    card: null, // the card that holds the keyboard's place
    minute: null, // an offset to point at in the curve: a card's, a peak's
    dialog: null, // {name, …}
    editing: null, // the issue or solution being edited
    edited: new Map(), // its id → what is in the fields
    withdrawing: null, // the issue or solution about to go
    evidence: false, // the drawer on a phone
    side: 'ranked', // of the solve page on a phone: 'ranked' or 'solutions'
    column: null, // the second line of the curve
    selected: new Set(), // issues a solution will answer
    gates: Object.fromEntries(ROLES.map((role) => [role, new Arrivals()])),
    arranged: null, // the cards in their order, see order.js
    unrolled: new Map(), // how long each column has grown, see unrolling.js
    stretched: new Map(), // the last numbers of each column's stretches, see stretches.js
    admitUntil: 0, // cards come in unasked until then
    overBudget: null, // the card on which one vote too many was tried
    tracked: null, // the station last brought into sight
    tag: null, // the tag whose cards are shown alone
    seen: null, // what was last drawn, {at, turned}: the station, and whether the cards had been turned
    station: null, // the station last drawn, {phase, step}
    held: false, // the room has moved on while an editor is open: the page stays
    composing: null, // 'card' or 'solution' while the composer has the focus
    carried: false, // the room has moved on since then
    said: '', // for the screen reader
    series: new Map(), // series id → {data} or {failed} or {loading}
    writing: composing(app, log),
    proposing: { kind: 'sop', owner: null, due: '', revision: 0 }, // revision: how often the page itself has written its due date
    posted: false, // the last card has been saved
    close: () => {},
  };
}

/** What the composer holds beside its text; kept with the draft. */
function composing(app, log) {
  const key = `issue.with:${log}`;
  const held = {
    role: null,
    formerly: null,
    kind: 'mistake',
    minute: '',
    metric: null,
    anonymous: false,
    blind: false,
    focused: false,
    ...read(app, key),
  };
  return {
    ...held,
    focused: false,
    revision: 0, // of its minute: how often the page itself has written there (ui/dom.js)
    keep() {
      const { role, formerly, kind, minute, metric, anonymous, blind } = this;
      app.drafts.write(key, JSON.stringify({ role, formerly, kind, minute, metric, anonymous, blind }), {
        words: false,
      });
      app.draw();
    },
  };
}

function read(app, key) {
  try {
    return JSON.parse(app.drafts.read(key) || '{}');
  } catch {
    return {};
  }
}
