/**
 * What a person may send, as the server declares it (wire.js). Pure: the server judges, this only offers.
 *
 *     admits(op, me, { room, isAuthor, isRevealed })   whether `me` may; `room` for commands of a room, and what is known of
 *                                                      the record the command names
 *     isInPhase(op, room)                              whether the phase of `room` takes it; none does of no room
 *     brings(op, me)                                   whether `me` may bring the file of which the server makes `op`
 *     steers(op)                                       whether it steers a live room: meant for the moment, or not at all
 *     longest(op, field)                               how many characters the server takes
 */
import { ACTS, FILES } from './wire.js';

export function admits(op, me, { room, isAuthor = false, isRevealed = false } = {}) {
  if (room && !isInPhase(op, room)) return false;
  const holds = {
    author: isAuthor,
    everyoneOnceRevealed: isRevealed,
    facilitator: room !== undefined && room.facilitator === me.member,
    former: room !== undefined && room.former === me.member,
  };
  return ACTS[op].who.some((one) => holds[one] ?? isHeld(one, me));
}

/** A command the declarations do not know is an older page's: no phase takes it. */
export function isInPhase(op, room) {
  if (!room || !(op in ACTS)) return false;
  return ACTS[op].phases?.includes(room.phase) ?? true;
}

const STEERING = /^(phase|facilitator|cards|timer|focus|votes)\.|^action\.defer$/;

export const steers = (op) => STEERING.test(op);

export const brings = (op, me) => FILES[op].some((one) => isHeld(one, me));

export const longest = (op, field) => ACTS[op].fields[field].text[1];

function isHeld(one, me) {
  if (one === 'everyone' || one === 'oneself') return true;
  return one === 'lead' ? me.lead === true : (me.roles ?? []).includes(one);
}
