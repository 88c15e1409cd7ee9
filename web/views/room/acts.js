/** The commands of a room, each by its name in the protocol. */

import { ACTS } from '../../core/wire.js';
import { isOffered } from './offering.js';

function send({ app, log, ui }, op, args, options) {
  const undo = ACTS[op]?.undo === true && isOffered(op);
  const item = app.submit(log, op, args, { ...options, undo });
  if (undo) ui.parts?.whenHere(app, 'undo').then((part) => part?.undoingOf({ app, log, ui }).await(item));
  else if (ui.parts?.isHere('undo')) ui.parts.get(app, 'undo').undoingOf({ app, log, ui }).close();
  return item;
}

function sendAnew(now, op, args, slot) {
  const { item } = now.pending.byHand;
  if (item) now.app.outbox.dismiss(item.id);
  return send(now, op, args, { slot: `${slot} ${now.log}` });
}

export const acts = {
  move: (now, { phase, step }) => send(now, 'phase.move', step ? { phase, step } : { phase }),
  take: (now) => send(now, 'facilitator.take', {}),
  defer: (now, actions) => send(now, 'action.defer', { actions }),
  hand: (now, member) => send(now, 'facilitator.hand', { member }),
  reveal: (now) => send(now, 'cards.reveal', {}),
  startTimer: (now, minutes) => send(now, 'timer.start', { minutes }),
  pauseTimer: (now, paused) => send(now, 'timer.pause', { paused }),
  extendTimer: (now, minutes) => send(now, 'timer.extend', { minutes }),
  stopTimer: (now) => send(now, 'timer.stop', {}),
  plan: (now, phase, minutes) => send(now, 'phase.plan', { phase, minutes }),
  /** Null: everyone is let go. */
  focus: (now, issue) => send(now, 'focus.set', issue ? { issue } : {}),
  ready: (now, ready) => send(now, 'ready.set', { ready }, { slot: `ready ${now.log}` }),
  budget: (now, votes) => send(now, 'votes.budget', { votes }),
  /** 0: all of one's votes may go to one card. */
  cap: (now, votes) => send(now, 'votes.cap', { votes }),

  post: (now, args, link) => send(now, 'issue.post', args, { note: link && { link } }),
  edit: (now, issue, fields, on) => send(now, 'issue.edit', { issue, ...fields }, { on }),
  withdraw: (now, issue) => send(now, 'issue.withdraw', { issue }),
  /** Without a snapshot the newest number there is. */
  link: (now, issue, { show, snapshot, metric }) =>
    send(now, 'issue.link', snapshot ? { issue, show, snapshot, metric } : { issue, show, metric }),
  unlink: (now, issue) => send(now, 'issue.unlink', { issue }),

  /** Absolute, and only the last intent an issue waits in the outbox: a quick finger sends little, offline too. */
  vote(now, issue, votes) {
    const refused = now.pending.refusedVotes.get(issue);
    if (refused) now.app.outbox.dismiss(refused.id);
    return send(now, 'vote.set', { issue, votes }, { slot: `vote ${now.log} ${issue}` });
  },

  group: {
    make: (now, issues) => send(now, 'group.make', { issues }),
    add: (now, group, issues) => send(now, 'group.add', { group, issues }),
    remove: (now, group, issues) => send(now, 'group.remove', { group, issues }),
    rename: (now, group, title) => send(now, 'group.rename', { group, title }, { slot: `name ${now.log} ${group}` }),
    dissolve: (now, group) => send(now, 'group.dissolve', { group }),
  },

  /** As votes are: absolute, and the last intent counts. */
  byHand: {
    people: (now, people) => sendAnew(now, 'hand.people', { people }, 'hand people'),
    vote: (now, issue, votes) => sendAnew(now, 'hand.vote', { issue, votes }, `hand ${issue}`),
  },

  propose: (now, args) => send(now, 'solution.propose', args),
  change: (now, solution, fields, on) => send(now, 'solution.edit', { solution, ...fields }, { on }),
  drop: (now, solution) => send(now, 'solution.drop', { solution }),
  erase: (now, kind, id, args) => send(now, `${kind}.erase`, { [kind]: id, ...args }),
  agree: (now, solution, fields) => send(now, 'solution.act', { solution, ...fields }),
  choose: (now, solution, chosen) => send(now, 'solution.choose', { solution, chosen }),
  place: (now, issue, after) => send(now, 'issue.place', after ? { issue, after } : { issue }),
  mark: (now, issue, state) => send(now, 'issue.mark', { issue, state }),
  why: (now, issue, text) => send(now, 'cause.add', { issue, text }),
  reword: (now, cause, place, text, on) => send(now, 'cause.reword', { cause, place, text }, { on }),
  dropWhy: (now, cause, place, on) => send(now, 'cause.drop', { cause, place }, { on }),
  promote: (now, solution, fields) => send(now, 'solution.promote', { solution, ...fields }),
};
