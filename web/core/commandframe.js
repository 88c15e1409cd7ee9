/** A command as it is sent. */
export const SENT_FIELDS = ['id', 'log', 'op', 'args', 'on', 'occurredAt'];

/** `undo`: whether the server knows that it may be asked what takes a command back; an older one refuses the field. */
export function frameOf(item, undo) {
  const frame = { t: 'cmd' };
  for (const field of SENT_FIELDS) if (item[field] !== undefined) frame[field] = item[field];
  if (undo && item.undo) frame.undo = true;
  return frame;
}
