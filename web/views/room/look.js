/**
 * What the room looks like now: one plain value made afresh for every drawing, read by every part of the page.
 *
 * `look(app, log, ui)` → null while nothing is known, else `{app, log, ui, f, me, leads, records, room, page, issues,
 * lanes, pending, standing, shows, show, present, around}`. `ui` is the view's own state (see room.js), kept between
 * drawings. `around`: to compare for `memo`, what is the same as long as nothing but the room's own cards, votes and
 * solutions has changed.
 */
import { standing } from './budget.js';
import { arrange } from './order.js';
import { pending } from './pending.js';
import { lasting } from './minutes.js';
import { leads, pageOf } from './phases.js';
import { turnsInMinutes } from './seriesdata.js';

export function look(app, log, ui) {
  const records = app.records.log(log);
  const room = records.only('room');
  const me = app.me;
  if (!room || !me) return null;
  const waiting = pending(app.outbox.items(log));
  const { issues, lanes } = (ui.arranged = arrange(records, waiting.changes, ui.arranged));
  const shows = room.shows.map((id) => showOf(app, id));
  const present = app.connection.presence.of(log);
  return {
    app,
    log,
    ui,
    records,
    room,
    me,
    issues,
    lanes,
    shows,
    f: app.f,
    leads: leads(room, me),
    page: pageOf(ui.looking ?? room),
    pending: waiting,
    standing: standing(records.get('ballot', me.member), waiting.votes, room.votes),
    show: shows.find((show) => show.id === ui.show) ?? latest(shows),
    present,
    around: around(app, room, shows, present),
  };
}

/** Of a log, where it stands; of what people do here, how often it was drawn for. */
function around(app, room, shows, present) {
  const logs = [app.directory, ...shows.map((show) => show.records)];
  return [app.asked, app.f.language, room, [...present].join(' '), ...logs.map((log) => log.at)];
}

const latest = (shows) => shows.reduce((last, show) => (last && last.start > show.start ? last : show), undefined);

/**
 * A reviewed show: `{id, records, title, channel, start, end, ended, lasts, ready, refused, series, latest}`; the two last may be
 * null. `latest`: the newest number of each metric, `{values, from}`, as the server tells them.
 */
export function showOf(app, id) {
  const records = app.records.log(id);
  const listed = app.directory.get('show', id);
  const own = records.only('show');
  const start = own?.start ?? own?.plannedStart ?? listed?.startsAt ?? null;
  const end = own?.end ?? own?.plannedEnd ?? listed?.endsAt ?? null;
  const newest = records.all('series').at(-1);
  const series = newest ? turnsInMinutes(newest) : null;
  return {
    id,
    records,
    series,
    start,
    end,
    ended: Boolean(own?.end || listed?.imported),
    channel: own?.channel ?? listed?.channel,
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
