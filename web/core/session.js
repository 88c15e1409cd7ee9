/**
 * Who is signed in on this device, for as long as they are; and who that was, for when they are not.
 *
 *     session.begin()          what the member who was here last has typed and not sent is theirs again
 *     session.recognise(me)    the server has said who is here → whether the page stood open for another
 *     session.end(removed)     nobody is; what is unsent stays
 *     session.wasHere          the member who was last signed in: `{ member, name, organisation }`, or null
 *     session.removed          the member who was removed while signed in here: their half-written words have no field to
 *                              stand in any more; or null
 */
import { local } from './local.js';

const LAST_MEMBER = 'member';
const WAS_HERE = 'was-here';
const REMOVED = 'removed';

export class Session {
  #drafts;
  #outbox;
  #orphans;

  constructor({ drafts, outbox, orphans }) {
    this.#drafts = drafts;
    this.#outbox = outbox;
    this.#orphans = orphans;
  }

  get wasHere() {
    return JSON.parse(local.getItem(WAS_HERE) ?? 'null');
  }

  get removed() {
    return local.getItem(REMOVED);
  }

  begin() {
    this.#drafts.sweep();
    const known = local.getItem(LAST_MEMBER);
    if (known) {
      this.#drafts.open(known);
      this.#drafts.inherit();
    }
    this.#loadUnsent(known);
  }

  recognise({ member, name, organisation }) {
    const another = this.#drafts.member !== null && this.#drafts.member !== member;
    local.setItem(LAST_MEMBER, member);
    local.setItem(WAS_HERE, JSON.stringify({ member, name, organisation }));
    this.#drafts.open(member);
    this.#loadUnsent(member);
    return another;
  }

  end(removed) {
    if (removed && this.#outbox.member) local.setItem(REMOVED, this.#outbox.member);
    this.#outbox.leave();
    this.#drafts.open(null);
    this.#loadUnsent(null);
    local.removeItem(LAST_MEMBER);
  }

  async #loadUnsent(member) {
    if (member) await this.#outbox.open(member);
    await this.#orphans.look();
  }
}
