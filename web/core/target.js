/** The record that a command names, by its declaration (wire.js). Pure. */
import { ACTS } from './wire.js';

/** `{ kind, id }`, or null where it names none. */
export function named({ op, args }) {
  const { target, fields } = ACTS[op] ?? {};
  const kind = target ?? (fields?.member ? 'member' : null);
  return typeof args[kind] === 'string' ? { kind, id: args[kind] } : null;
}

export const numberOf = (record) => (record?.no ? `#${record.no}` : null);

/** The number of that record, to be kept with the command: its words are not this member's to keep. */
export function aboutOf(records, command) {
  const target = named(command);
  return (target && numberOf(records.get(target.kind, target.id))) ?? undefined;
}
