import { Outbox } from '../../../web/core/outbox.js';
import { pageOnly } from './storages.mjs';

/** Lets what was promised settle. */
export const turn = () => new Promise((resolve) => setImmediate(resolve));

/** An outbox before a server that notes what it is sent. */
export async function scene({ storage = pageOnly(), member = 'me', first = 1 } = {}) {
  let n = first;
  const timers = [];
  const outbox = new Outbox({
    storage,
    uuid: () => `id${String(n++).padStart(3, '0')}`,
    later: (fn, ms) => timers.push({ fn, ms }),
  });
  const sent = [];
  const connect = (limits) => outbox.opened((frames) => sent.push(...frames), limits);
  if (member) await outbox.open(member);
  const log = (text, more = {}) => outbox.submit({ log: 'L', op: 'question.log', args: { text }, ...more });
  return { outbox, storage, sent, connect, log, timers, ids: () => sent.map((frame) => frame.id) };
}
