/**
 * What was agreed, as rooms ask for it. Pure; the server judges by the same rule (LogFold+DueActions.swift).
 *
 *     isAsked(action, { room, openedAt, day, openedAtOf })   whether that room asks for it, answered there or not
 *     answerIn(action, room)      what that room heard: `{ answer, reason?, by, at }`, or undefined
 *     isOpen(action) · isLate(action, day) · isMine(action, me)
 *     asksWhy(action, answer, room)   whether that answer needs a reason
 *     AFTER                       by op what a command makes of an action, for ui/pending.js
 *     dayOf(ms)                   '2026-03-14', as a team in China counts days
 */
const AHEAD = 8 * 3_600_000;
/** How often a room may hear "not yet" before it asks why. */
const PATIENCE = 2;

export const dayOf = (ms) => new Date(ms + AHEAD).toISOString().slice(0, 10);

export const isOpen = ({ state }) => state === 'todo' || state === 'doing';

export const answerIn = (action, room) => action.answers.findLast((answer) => answer.room === room);

export function isAsked(action, { room, openedAt, day, openedAtOf }) {
  if (answerIn(action, room)) return true;
  if (!isOpen(action) || action.erased || !action.due || action.from?.room === room) return false;
  if (action.from && (openedAtOf(action.from.room) ?? 0) > openedAt) return false;
  return action.due.next === true || action.due.day <= day;
}

/** Its day is over, or a room heard that it is not done. */
export const isLate = (action, day) =>
  isOpen(action) && !action.erased && (action.due?.day < day || (action.due?.next === true && action.missed > 0));

/** Whose name stands there; where none does, everyone's of the role. */
export const isMine = ({ member, owner }, me) => (member ? member === me.member : (me.roles ?? []).includes(owner));

export function asksWhy(action, answer, room) {
  if (answer === 'dropped') return true;
  return answer === 'notYet' && missedElsewhere(action, room) >= PATIENCE;
}

export const missedElsewhere = (action, room) =>
  action.answers.filter((one) => one.answer === 'notYet' && one.room !== room).length;

const missed = (answers) => answers.filter(({ answer }) => answer === 'notYet').length;

export const AFTER = {
  'action.set': (action, { state, reason }) => ({ state, reason }),
  'action.answer'(action, { room, answer, reason }) {
    const answers = [...action.answers.filter((one) => one.room !== room), { room, answer, reason }];
    const state = answer === 'notYet' ? (isOpen(action) ? action.state : 'todo') : answer;
    return { answers, missed: missed(answers), state, reason: answer === 'dropped' ? reason : undefined };
  },
  'action.unanswer'(action, { room }) {
    const answers = action.answers.filter((one) => one.room !== room);
    return { answers, missed: missed(answers), state: isOpen(action) ? action.state : 'todo' };
  },
};
