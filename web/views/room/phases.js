/** The way through a review, and what may be done where. Pure; the server's table decides, this one only offers. */
import { admits } from '../../core/acts.js';
import { LANES, PHASES, STEPS } from '../../core/wire.js';
import { isMine } from './issue.js';

/** The stations as single strides: the data station takes three. */
const strides = PHASES.flatMap((phase) => (phase === 'data' ? STEPS.map((step) => ({ phase, step })) : [{ phase }]));

const strideOf = (room) =>
  strides.findIndex(({ phase, step }) =>
    phase === room.phase && (step === undefined || step === (room.step ?? 'goals'))
  );

/** Where "next" leads from the room's phase: `{phase, step?}`, or null at the end. Shows that are `over` are not waited for. */
export const following = (room, over = false) => stride(room, 1, over);

/** Where "back" leads, or null at the start. */
export const preceding = (room, over = false) => stride(room, -1, over);

function stride(room, way, over) {
  const next = strides[strideOf(room) + way] ?? null;
  return over && next?.phase === 'live' ? strides[strideOf(room) + 2 * way] : next;
}

/** A show ends when it ended, or, where nobody said so, long after it should have. */
const LONG_AFTER = 12 * 3_600_000;

/** Whether none of the reviewed shows is still to come or on. */
export function allOver(shows, now) {
  return shows.length > 0 && shows.every(({ start, end, ended }) => ended || now - (end ?? start ?? now) > LONG_AFTER);
}

/** What a station shows: the name of a page. */
export function pageOf({ phase, step }) {
  if (phase === 'data') return step ?? 'goals';
  return {
    prepare: 'prepare',
    live: 'board',
    collect: 'board',
    vote: 'board',
    solve: 'solve',
    closed: 'summary',
  }[phase];
}

/** A station lies behind, here, or ahead: 'done', 'now', 'ahead'. */
export function standingOf(phase, room) {
  const distance = PHASES.indexOf(phase) - PHASES.indexOf(room.phase);
  return distance < 0 ? 'done' : distance === 0 ? 'now' : 'ahead';
}

/** The facilitator of this room, or a lead. */
export const leads = (room, me) => admits('phase.move', me, { room });

const on = (op, room, card, me) =>
  admits(op, me, { room, isAuthor: isMine(card, me), isRevealed: card.revealed === true });

/** What the page offers: what the server's declarations allow, where there is something to do. */
export const may = Object.freeze({
  move: leads,
  post: (room, me) => admits('issue.post', me, { room }),
  edit: (room, issue, me) => on('issue.edit', room, issue, me),
  link: (room, issue, me) => on('issue.link', room, issue, me),
  take: (room, me) => room.facilitator !== me.member && admits('facilitator.take', me, { room }),
  focus: (room, me) => admits('focus.set', me, { room }),
  reveal: (room, me) => room.revealed !== true && admits('cards.reveal', me, { room }),
  budget: (room, me) => admits('votes.budget', me, { room }),
  erase: (record, me) => !record.erased && admits('issue.erase', me),
  vote: (room, me) => admits('vote.set', me, { room }),
  propose: (room, me) => admits('solution.propose', me, { room }),
  change: (room, solution, me) => admits('solution.edit', me, { room, isAuthor: solution.by === me.member }),
  choose: (room, me) => admits('solution.choose', me, { room }),
  why: (room, me) => admits('cause.add', me, { room }),
  place: (room, issue, me) => issue.revealed === true && on('issue.place', room, issue, me),
  mark: (room, me) => room.revealed === true && admits('issue.mark', me, { room }),
  promote: (room, me) => admits('solution.promote', me, { room }),
});

/** The lanes into which `me` may post: own roles' and everyone's; facilitator and leads into any, own first. */
export const postingLanes = (room, me) => [...new Set([...me.roles, ...(leads(room, me) ? LANES : [EVERYONES])])];

/** Everyone's lane, 全队. */
export const EVERYONES = 'all';
