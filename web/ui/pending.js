/**
 * What this member has sent and nobody has answered, laid over the records it is about, so that they show at once what was
 * just done. Which record a command is about is declared (core/wire.js).
 *
 *     targetOf(item) → id, or undefined where it makes something new, or is about the whole log
 *     overlaid(record, items, acts?)      `acts`: by op what comes of the record where that is not told by its arguments
 */
import { ACTS } from '../core/wire.js';

/** Commands whose arguments are the fields that they set. */
const SETS = /\.(edit|tag|mark|air|choose)$/;

export const targetOf = ({ op, args }) => args[ACTS[op]?.target];

/** The record as it will be once they are accepted: an empty argument clears its field. What was refused changes nothing. */
export function overlaid(record, items, acts = {}) {
  let view = record;
  for (const { op, args, state } of items) {
    if (state === 'refused') continue;
    if (acts[op]) view = { ...view, ...acts[op](view, args) };
    else if (SETS.test(op)) view = { ...view, ...fieldsOf(op, args) };
  }
  return view;
}

function fieldsOf(op, args) {
  const fields = Object.entries(args).filter(([name]) => name !== ACTS[op].target);
  return Object.fromEntries(fields.map(([name, value]) => [name, value === '' ? undefined : value]));
}
