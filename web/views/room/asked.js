/**
 * What this room asks for before it goes on: the actions of its channels that are due.
 *
 *     askedOf(now)       `[{ log, action, item, answer }]`, the oldest first; what is on its way is laid over them
 *     notDue(now)        the same of what is open and not asked for yet: it may be answered, and holds nothing back
 *     isFirst(now)       whether none of the channels was reviewed before
 *     unanswered(now)    the ids that hold the room back where it stands: in 准备, and once more before it closes
 */
import { AFTER, answerIn, dayOf, isAsked, isOpen } from '../../core/agreed.js';
import { overlaid, targetOf } from '../../ui/pending.js';

export function askedOf(now) {
  const asked = asking(now);
  return oldestFirst(actionsOf(now).filter(({ action }) => isAsked(action, asked)))
    .map((one) => ({ ...one, answer: answerIn(one.action, now.log) }));
}

/** But what was agreed in this room or in a later one. */
export function notDue(now) {
  const asked = asking(now);
  const isEarlier = ({ from }) =>
    !from || (from.room !== asked.room && (asked.openedAtOf(from.room) ?? 0) <= asked.openedAt);
  return oldestFirst(
    actionsOf(now).filter(({ action }) => isOpen(action) && isEarlier(action) && !isAsked(action, asked)),
  );
}

export function isFirst({ app, log, room, shows }) {
  const channels = new Set(shows.map(({ channel }) => channel));
  return !app.listed.everyRoom.some((other) =>
    other.id !== log && other.openedAt < room.openedAt &&
    other.shows.some((id) => channels.has(app.listed.show(id)?.channel))
  );
}

const asking = ({ app, log, room }) => ({
  room: log,
  openedAt: room.openedAt,
  day: dayOf(app.clock.now()),
  openedAtOf: (id) => app.listed.room(id)?.openedAt,
});

const oldestFirst = (rows) =>
  rows.sort((one, other) => one.action.at - other.action.at || (one.action.id < other.action.id ? -1 : 1));

export function unanswered(now) {
  const { phase, openedAt } = now.room;
  if (phase === 'prepare') {
    const open = askedOf(now).filter(({ action, answer }) => !answer && !deferral(now, action.id));
    return open.map(({ action }) => action.id);
  }
  if (phase !== 'solve') return [];
  const takenBack = askedOf(now).filter(({ action, answer }) =>
    !answer && action.at < openedAt && !deferral(now, action.id)
  ).map(({ action }) => action.id);
  const put = new Set(now.records.all('deferral').filter(({ final }) => !final).map(({ id }) => id));
  if (put.size === 0) return takenBack;
  const open = actionsOf(now).filter(({ action }) =>
    put.has(action.id) && isOpen(action) && !answerIn(action, now.log)
  );
  return [...takenBack, ...open.map(({ action }) => action.id)];
}

/** `{ id, final? }` where whoever steers said "later". */
export const deferral = (now, id) => now.records.get('deferral', id);

/** Of every channel whose shows are reviewed. */
export function actionsOf({ app, shows }) {
  const channels = [...new Set(shows.map(({ channel }) => channel).filter(Boolean))];
  return channels.flatMap((channel) => {
    const log = app.directory.get('channel', channel)?.log;
    if (!log) return [];
    const items = app.outbox.items(log);
    return app.records.log(log).all('action').map((record) => {
      const own = items.filter((item) => targetOf(item) === record.id);
      return { log, action: overlaid(record, own, AFTER), item: own.at(-1) };
    });
  });
}
