/** Whether more than one's own words goes with a card that is withdrawn or a solution that is dropped: only then it is asked. Pure. */
import { isMine } from './issue.js';

/** Another's card, or one with what was said of it, or with votes, which whoever cast them may give to another. */
export function takesMore({ records, me, room }, issue) {
  const said = records.get('talk', issue.id)?.comments ?? 0;
  const whys = records.get('cause', issue.id)?.whys?.length ?? 0;
  return !isMine(issue, me) || said > 0 || whys > 0 || room.phase === 'vote' || (issue.votes ?? 0) > 0;
}

/** Somebody else's. */
export const isOthers = ({ me }, solution) => solution.by !== me.member;
