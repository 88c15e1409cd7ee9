/**
 * What the room looks like now, for every part of the page: one object for as long as the room is open, so that a remembered
 * part can be given it. What is read from it is noted (core/source.js), and worked out anew only when it has changed.
 *
 *     now.isHere      whether anything is known yet; until then nothing else is asked for
 *     app, log, ui, f, me, leads, records, room, page, issues, tops, lanes, pending, standing, shows, show, present, at, writing, isLive
 *     now.thresholds(show)    how far off its goal a number of that show may be
 *     now.stack(id)   the group that stands under that issue's id; now.groupOf(id) the one it is in
 *     now.own(id)     what of one issue or solution is this member's, and of this page: `{item, state, votes, refused, isPlace,
 *                     isLeaving, isOverspent, isEdited, isAnswered, isOpened}`
 */
import { Derived, Keyed } from '../../core/derived.js';
import { standing } from './budget.js';
import { arrange } from './order.js';
import { pending } from './pending.js';
import { lasting, newestSeries } from './minutes.js';
import { leads, pageOf } from './phases.js';
import { turnsInMinutes } from './turns.js';

const NOTHING = Object.freeze({
  item: undefined,
  state: undefined,
  votes: 0,
  refused: undefined,
  isPlace: false,
  isLeaving: false,
  isOverspent: false,
  isEdited: false,
  isAnswered: false,
  isOpened: false,
});

export class Look {
  #me;
  #pending;
  #arranged;
  #stacks;
  #groups;
  #standing;
  #own;
  #shows;
  #thresholds;
  #present;
  #at;
  #writing;

  constructor(app, log, ui) {
    Object.assign(this, { app, log, ui });
    this.#me = new Derived(() => (app.connection.changed.read(), app.me), isSameMember);
    this.#pending = new Derived(() => pending(app.outbox.items(log)));
    this.#arranged = new Derived((before) => arrange(this.records, this.pending.changes, before));
    this.#stacks = new Keyed(() => this.#arranged.value.heads);
    this.#groups = new Keyed(() => this.#arranged.value.held);
    this.#standing = new Derived(() =>
      standing(this.records.get('ballot', this.me.member), this.pending.votes, this.room.votes)
    );
    this.#own = new Keyed(() => ownOf(this), isSame(Object.keys(NOTHING)));
    this.#shows = new Derived(() => this.room.shows.map((id) => showOf(app, id)));
    this.#thresholds = new Keyed(() => new Map(this.shows.map((show) => [show.id, show.thresholds])));
    this.#present = new Derived(() => app.connection.presence.of(log), isSameMap);
    this.#at = new Derived(() => app.connection.presence.at(log), isSameMap);
    this.#writing = new Derived(() => app.connection.presence.writing(log), isSameWriting);
  }

  get isHere() {
    return Boolean(this.room && this.me);
  }

  get records() {
    return this.app.records.log(this.log);
  }

  get room() {
    return this.records.only('room');
  }

  get me() {
    return this.#me.value;
  }

  get f() {
    return this.app.f;
  }

  /** What this member has sent and nobody has answered (pending.js). */
  get pending() {
    return this.#pending.value;
  }

  get issues() {
    return this.#arranged.value.issues;
  }

  /** Those that stand by themselves: in no group, or the first of one, which has the group's votes. */
  get tops() {
    return this.#arranged.value.tops;
  }

  /** The group that stands under an issue's id, with its `cards`; undefined where none does. */
  stack(id) {
    return this.#stacks.get(id);
  }

  /** The group an issue is in, whichever of its cards it is. */
  groupOf(id) {
    return this.#groups.get(id);
  }

  /** By role; a lane in which nothing has changed is the same array. */
  get lanes() {
    return this.#arranged.value.lanes;
  }

  get standing() {
    return this.#standing.value;
  }

  own(id) {
    return this.#own.get(id) ?? NOTHING;
  }

  get leads() {
    return leads(this.room, this.me);
  }

  get page() {
    return pageOf(this.ui.looking.at ?? this.room);
  }

  get shows() {
    return this.#shows.value;
  }

  get show() {
    const { show: chosen } = this.ui.pointing;
    return this.shows.find((show) => show.id === chosen) ?? latest(this.shows);
  }

  /** Of a reviewed show, for who needs nothing else of it. */
  thresholds(show) {
    return this.#thresholds.get(show);
  }

  get present() {
    return this.#present.value;
  }

  /** Which issue each of them has open. */
  get at() {
    return this.#at.value;
  }

  /** Lanes for which somebody writes under their name, and whether somebody does without: `{lanes, someone}`. */
  get writing() {
    return this.#writing.value;
  }

  /** Whether what is told of others is of now: without a line nobody knows who is here, or has written since. */
  get isLive() {
    const { connection } = this.app;
    connection.changed.read();
    return connection.state === 'live';
  }
}

/** By id. As one map, so that a card depends on one source and not on nine. */
function ownOf({ pending: { changes, refusedVotes }, standing, ui }) {
  const own = new Map();
  const is = (id, what) => id !== null && own.set(id, { ...NOTHING, ...own.get(id), ...what });
  for (const [id, item] of changes) is(id, { item, state: item.state });
  for (const [id, refused] of refusedVotes) is(id, { refused });
  for (const [id, votes] of Object.entries(standing.votes)) is(id, { votes });
  for (const id of ui.proposing.answered) is(id, { isAnswered: true });
  is(ui.place, { isPlace: true });
  is(ui.leaving, { isLeaving: true });
  is(ui.overspent, { isOverspent: true });
  is(ui.edits.id, { isEdited: true });
  is(ui.sheet.issue, { isOpened: true });
  return own;
}

const isSame = (names) => (one, other) =>
  one === other || Boolean(one && other) && names.every((name) => one[name] === other[name]);
const isSameMember = isSame(['member', 'name', 'roles', 'lead', 'directory', 'playbook']);
const isSameMap = (one, other) => one.size === other.size && [...one].every(([key, value]) => other.get(key) === value);

const isSameWriting = (one, other) => one.someone === other.someone && one.lanes.join() === other.lanes.join();

const latest = (shows) => shows.reduce((last, show) => (last && last.start > show.start ? last : show), undefined);

/**
 * A reviewed show: `{id, records, title, channel, thresholds, start, end, ended, lasts, ready, refused, series, latest}`; the two last may be
 * null. `latest`: the newest number of each metric, `{values, from}`, as the server tells them.
 */
export function showOf(app, id) {
  const records = app.records.log(id);
  const listed = app.listed.show(id);
  const own = records.only('show');
  const start = own?.start ?? own?.plannedStart ?? listed?.startsAt ?? null;
  const end = own?.end ?? own?.plannedEnd ?? listed?.endsAt ?? null;
  const channel = own?.channel ?? listed?.channel;
  const newest = newestSeries(records);
  const series = newest ? turnsInMinutes(newest) : null;
  return {
    id,
    records,
    series,
    start,
    end,
    ended: Boolean(own?.end || listed?.imported),
    channel,
    thresholds: app.listed.thresholds(channel),
    title: own?.title ?? listed?.title ?? '',
    lasts: lasting({
      start: own?.start,
      end: own?.end,
      plannedStart: own?.plannedStart ?? listed?.startsAt,
      plannedEnd: own?.plannedEnd ?? listed?.endsAt,
    }, series),
    ready: records.ready,
    refused: records.refused,
    latest: records.only('latest') ?? null,
  };
}
