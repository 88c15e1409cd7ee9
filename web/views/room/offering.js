/** What can be taken back for a moment (undoing.js): acts that are not undone with the same press where they were done. */
const OFFERED = new Set([
  'phase.move',
  'facilitator.take',
  'group.make',
  'group.add',
  'group.remove',
  'group.dissolve',
  'solution.choose',
  'cause.drop',
  'comment.withdraw',
  'issue.withdraw',
  'issue.place',
  'solution.drop',
  'timer.start',
  'timer.extend',
  'timer.stop',
]);

export const isOffered = (op) => OFFERED.has(op);
