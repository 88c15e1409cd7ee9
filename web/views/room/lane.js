/** Whether a lane alone tells who wrote an anonymous card in it. Pure. */

/**
 * Whom people will take for its author: `{me: true}`, `{member}`, `{nobody: true}` where no member has the role and only
 * leads and the facilitator can write, or null where several have it.
 */
export function namedBy(role, members, me) {
  const holders = members.filter((member) => member.active !== false && member.roles.includes(role));
  if (holders.length > 1) return null;
  if (holders.length === 0) return { nobody: true };
  return holders[0].id === me.member ? { me: true } : { member: holders[0].id };
}

/** Among fewer nobody is hidden. */
export const CROWD = 3;

/** How many of those who are here could write into the lane: its own people, leads and the facilitator; all of them into 全队. */
export function writersOf(role, members, { facilitator }, here) {
  const may = ({ id, roles, lead }) => role === 'all' || lead || id === facilitator || roles.includes(role);
  return members.filter((member) => member.active !== false && here.has(member.id) && may(member)).length;
}
