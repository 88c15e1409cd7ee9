/**
 * What an act left, as far as others may touch the same: where it stands otherwise, somebody has gone on from it, and taking
 * the act back would take theirs back as well. Pure.
 *
 *     standing(records, { op, args, undo })   how that stands now, to be compared; null where none of this kind was touched
 *     meant({ op, args })                     the same as the act itself says it, or null
 */
import { named } from '../../core/target.js';

export const meant = ({ op, args }) => op === 'phase.move' ? said(args.phase, args.step) : null;

export function standing(records, { op, args, undo }) {
  const room = records.only('room') ?? {};
  if (op === 'phase.move') return said(room.phase, args.step && room.step);
  const [kind] = op.split('.');
  if (kind === 'facilitator') return said(room.facilitator);
  if (kind === 'timer') return said(records.only('timer'));
  if (kind === 'focus') return said(records.only('focus'));
  if (kind === 'votes') return said(room.votes, room.cap);
  if (kind === 'phase') return said(room.minutes);
  if (kind !== 'group') return null;
  const { title, issues } = records.get('group', named(undo)?.id) ?? {};
  return said(title, issues);
}

const said = (...parts) => JSON.stringify(parts);
