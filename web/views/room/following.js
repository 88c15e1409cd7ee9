/** Follows the logs of the reviewed shows and of their channels; of earlier ones the figures are asked for while they are compared. */

/** Besides the directory and the room: no page follows more than twenty logs. */
const MOST = 18;
/** With how many earlier shows a page compares. */
const COMPARED = { prepare: 7, goals: 1, comparison: 7 };

export function followShows(app) {
  const followed = new Map();

  return {
    follow(now) {
      const wanted = new Set(now.room.shows);
      const most = COMPARED[now.page] ?? 0;
      now.ui.figures.want(now.show && most ? earlier(app, now.show, most).map(({ id }) => id) : []);
      const channels = now.shows.map(({ channel }) => channel).filter(Boolean);
      app.listed.follow(channels, { most: Math.min(12, MOST - wanted.size), actions: true });
      for (const id of wanted) if (!followed.has(id)) followed.set(id, app.connection.follow(id));
      for (const [id, stop] of followed) {
        if (wanted.has(id)) continue;
        stop();
        followed.delete(id);
      }
    },
    stop() {
      for (const stop of followed.values()) stop();
      followed.clear();
    },
  };
}

/** Earlier shows of the same channel, nearest first, as they are listed. */
export function earlier(app, show, most = 7) {
  const current = app.listed.show(show.id) ?? { id: show.id, channel: show.channel, startsAt: show.start };
  return earlierShows(app.listed.shows, current, most);
}

/** Earlier shows of the channel, nearest first, at most `most`; `shows` are records as they are listed. */
export function earlierShows(shows, current, most = 7) {
  return shows
    .filter((show) => show.channel === current.channel && show.id !== current.id && show.startsAt < current.startsAt)
    .sort((a, b) => b.startsAt - a.startsAt)
    .slice(0, most);
}
