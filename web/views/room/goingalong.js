/**
 * What goes with a card that is withdrawn or a solution that is dropped, and does not come back with 撤销 or is not one's own: only
 * then it is asked before. Pure.
 */

/** Others' words, what was said of it, or votes: they go back to whoever cast them, and stay there. */
export function takesMore({ records, me, room }, issue) {
  const isMine = issue.by === me.member || issue.mine === true;
  const said = records.get('talk', issue.id)?.comments ?? 0;
  const whys = records.get('cause', issue.id)?.whys?.length ?? 0;
  return !isMine || said > 0 || whys > 0 || room.phase === 'vote' || (issue.votes ?? 0) > 0;
}

/** Somebody else's. */
export const isOthers = ({ me }, solution) => solution.by !== me.member;
