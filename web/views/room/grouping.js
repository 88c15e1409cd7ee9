/** Cards put together: who may, and which command it takes. */
import { admits } from '../../core/acts.js';
import { acts } from './acts.js';
import { may } from './phases.js';

export const mayGroup = ({ room, me }) => room.revealed === true && admits('group.make', me, { room });

/** Onto another it is put together with it, between two of its lane it stands there. */
export const mayDrag = (now, issue) => mayGroup(now) || may.place(now.room, issue, now.me);

/** The group an issue is in, as the server has told it. */
export const groupWith = ({ records }, issue) => records.all('group').find(({ issues }) => issues.includes(issue));

/** What is voted for in place of an issue: its group, or itself. */
export const votedFor = (now, issue) => now.groupOf(issue.id)?.id ?? issue.id;

/** Puts an issue, with all that is stacked on it, to another. */
export function join(now, issue, to) {
  const [from, onto] = [groupWith(now, issue), groupWith(now, to)];
  if (issue === to || (from && from === onto)) return null;
  if (onto) return acts.group.add(now, onto.id, from?.issues ?? [issue]);
  if (from) return acts.group.add(now, from.id, [to]);
  return acts.group.make(now, [to, issue]);
}
