/**
 * What others left unsent on this device: a member who was removed, or whose session ended. It is never sent as theirs
 * from here, and never lost: whoever looks may copy it, submit it as who they are now, or drop it. Who wrote what of a
 * card is told to nobody: a card may be anonymous, or not turned yet.
 *
 *     orphans.items       oldest first; `item.writer` is the name they had, where it is known; an item that is
 *                         `secret` has none, and its words are shown only when asked for
 *     orphans.look()      reads them anew: after somebody came or went
 *     orphans.adopt(id) → the item of the outbox it became
 *     orphans.drop(id) · orphans.changed.on(…)
 */
import { Signal } from './signal.js';

export class Orphans {
  #storage;
  #outbox;
  items = [];
  changed = new Signal();

  constructor({ storage, outbox }) {
    this.#storage = storage;
    this.#outbox = outbox;
  }

  async look() {
    const { member } = this.#outbox;
    const found = await this.#storage.others(member);
    if (member !== this.#outbox.member) return;
    this.items = found.map(veiled).sort((one, other) => (one.id < other.id ? -1 : 1));
    this.changed.emit();
  }

  /** A command of its own: the old one may have arrived, and its id is its writer's. */
  adopt(id) {
    const { log, op, args, on, occurredAt, note } = this.items.find((item) => item.id === id);
    const mine = this.#outbox.submit({ log, op, args, on, occurredAt, note });
    this.drop(id);
    return mine;
  }

  drop(id) {
    this.items = this.items.filter((item) => item.id !== id);
    this.#storage.remove(id);
    this.changed.emit();
  }
}

/** What the server would not tell of an act on a card or of a vote, the device does not tell either. */
function veiled(item) {
  if (!item.op.startsWith('issue.') && item.op !== 'vote.set' && item.op !== 'question.promote') return item;
  const { writer, ...rest } = item;
  return { ...rest, secret: true };
}
