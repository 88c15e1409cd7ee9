/**
 * What is said of the room's cards, read when a card is looked at and again when its `talk` record has changed; with what this
 * page has done since, until the server tells it. The same of a channel's actions, where no words are said with one tap and
 * nobody is called.
 *
 *     discussions.of(issue)    → { comments, reactions, isHere, failed, retry }
 *     discussions.post(issue, args) · discussions.submit(issue, op, args)    a command whose outcome shows in it
 *     discussions.talk(issue)  its `talk` record, or undefined
 *     discussions.subject      `{ name, post, calls }`: the argument that names it, the command, whether it names people
 *     discussions.held                       every comment told by now, `{ kind, log, record }`
 *
 * A comment: as `GET /api/issue` tells it, and of one's own on its way `{ item }` besides.
 */
import { api } from '../../core/http.js';
import { Keys } from '../../core/source.js';
import { isOffered } from './offering.js';
import { undoingOf } from './undoing.js';

const CARD = { name: 'issue', post: 'comment.post', calls: true };
const POSTS = new Set(['comment.post', 'action.comment']);

export class Discussions {
  #app;
  #log;
  #undoing;
  #talkOf;
  #held = new Map();
  #keys = new Keys();
  #seen = () => !document.hidden && this.#look();
  #stop;

  /** `undoing`: what offers to take an act back for a moment. `talkOf(id)`: where the log that has it is not followed. */
  constructor(app, log, undoing = null, { subject = CARD, talkOf } = {}) {
    this.subject = subject;
    this.#talkOf = talkOf ?? ((id) => this.#records.get('talk', id));
    this.#app = app;
    this.#log = log;
    this.#undoing = undoing;
    document.addEventListener('visibilitychange', this.#seen);
    this.#stop = app.connection.changed.on(() => this.#retry());
  }

  get #records() {
    return this.#app.records.log(this.#log);
  }

  of(issue) {
    this.#keys.read(issue);
    const held = this.#heldOf(issue);
    held.lookedAt = true;
    const last = this.talk(issue)?.last ?? 0;
    if (held.asked !== last) this.#load(issue, held, last);
    return {
      ...shown(held.told, this.#items(issue, held), this.#app.me.member),
      failed: held.failed,
      retry: held.retry,
    };
  }

  talk(issue) {
    return this.#talkOf(issue);
  }

  post(issue, args) {
    return this.submit(issue, this.subject.post, { [this.subject.name]: issue, ...args });
  }

  submit(issue, op, args, options) {
    const held = this.#heldOf(issue);
    const undo = isOffered(op);
    const item = this.#app.submit(this.#log, op, args, { ...options, undo });
    if (undo) this.#undoing?.await(item);
    else this.#undoing?.close();
    held.items.push(item);
    item.answer.then(({ saved, seq = 0 }) => {
      held.seq = Math.max(held.seq, seq);
      if (saved) return this.#load(issue, held, this.talk(issue)?.last ?? 0, item);
      held.items = held.items.filter((one) => one !== item);
      this.#changed(issue);
    });
    this.#changed(issue);
    return item;
  }

  /** What the server has told of the cards that were looked at, for the search of a page without a line. */
  get held() {
    return [...this.#held].flatMap(([issue, { told }]) =>
      (told?.comments ?? []).map((comment) => ({ kind: 'comment', log: this.#log, record: { ...comment, issue } }))
    );
  }

  close() {
    document.removeEventListener('visibilitychange', this.#seen);
    this.#stop();
  }

  /** What could not be read without a line is read once there is one. */
  #retry() {
    if (this.#app.connection.state !== 'live') return;
    for (const held of this.#held.values()) if (held.failed) held.retry();
  }

  #heldOf(issue) {
    if (!this.#held.has(issue)) {
      const retry = () => this.#load(issue, this.#held.get(issue), this.#held.get(issue).asked);
      this.#held.set(issue, {
        told: null,
        asked: null,
        failed: false,
        items: [],
        settled: new Set(),
        seq: 0,
        turn: 0,
        retry,
      });
    }
    return this.#held.get(issue);
  }

  /** What is on its way, and what is saved and not told yet; each once, in the order in which it was done. */
  #items(issue, held) {
    const ids = new Set(held.told?.comments.map(({ id }) => id));
    const waiting = this.#app.outbox.items(this.#log).filter(({ op, args }) =>
      (POSTS.has(op) || op === 'issue.react') ? args[this.subject.name] === issue : ids.has(args.comment)
    );
    const known = new Set(waiting.map(({ id }) => id));
    return [...held.items.filter(({ id, state }) => !known.has(id) && state !== 'refused'), ...waiting];
  }

  /** `settled`: what has been saved by now, and is told by the answer. */
  async #load(issue, held, last, settled = null) {
    held.asked = last;
    held.failed = false;
    const turn = ++held.turn;
    if (settled) held.settled.add(settled);
    const told = new Set(held.settled);
    try {
      const { name } = this.subject;
      const seq = Math.max(this.#records.at?.seq ?? 0, last, held.seq);
      const answer = await api(`/api/${name}?log=${this.#log}&${name}=${encodeURIComponent(issue)}&seq=${seq}`);
      if (turn !== held.turn) return;
      held.told = answer;
      held.items = held.items.filter((item) => !told.has(item));
      for (const item of told) held.settled.delete(item);
      this.#look();
    } catch (error) {
      if (turn !== held.turn) return;
      held.failed = error;
    }
    this.#changed(issue);
  }

  /** Whoever has a card's discussion in sight has seen that they are named there. */
  #look() {
    const mention = this.#records.get('mention', this.#app.me?.member);
    if (document.hidden || !mention) return;
    for (const issue of new Set(mention.comments.map(({ issue }) => issue))) {
      if (!this.#held.get(issue)?.lookedAt || !this.#held.get(issue).told) continue;
      this.#app.submit(this.#log, 'mentions.read', { issue }, { slot: `mentions ${this.#log} ${issue}` });
    }
  }

  #changed(issue) {
    this.#keys.touch(issue);
    this.#app.draw();
  }
}

export const discussionsOf = ({ app, log, ui }) =>
  ui.kept('discussions', () => new Discussions(app, log, undoingOf({ app, log, ui })));

/** What the server has told, with one's own acts laid over it. Pure. */
export function shown(told, items, me) {
  const comments = (told?.comments ?? []).map((comment) => ({ ...comment, reactions: { ...comment.reactions } }));
  const reactions = { ...told?.reactions };
  const find = (id) => comments.find((comment) => comment.id === id);
  for (const item of items) {
    const { op, args, state } = item;
    const comment = find(args.comment);
    if (POSTS.has(op)) comments.push(ghost(item, me));
    else if (state === 'refused') comment && (comment.item = item);
    else if (op === 'issue.react') set(reactions, args, me);
    else if (op === 'comment.react') comment && set(comment.reactions, args, me);
    else if (op === 'comment.edit') comment && Object.assign(comment, { text: args.text, item });
    else if (op === 'comment.withdraw') comment && (comment.isLeaving = true);
  }
  return { comments: comments.filter(({ isLeaving }) => !isLeaving), reactions, isHere: told !== null };
}

const ghost = (item, me) => ({
  id: item.id,
  text: item.args.text,
  by: me,
  anonymous: item.args.anonymous === true,
  reactions: {},
  isGhost: true,
  item,
});

function set(reactions, { word, on }, me) {
  const others = (reactions[word] ?? []).filter((member) => member !== me);
  const all = on ? [...others, me] : others;
  if (all.length > 0) reactions[word] = all;
  else delete reactions[word];
}
