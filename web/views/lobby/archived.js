/** The reviews of a channel that were put away, folded; each can be read, and brought back. */
import { h } from '../../ui/dom.js';
import { ghostLine } from '../../ui/ghost.js';
import { t } from '../../ui/words.js';

export function archivedRooms(app, channel) {
  const isHere = (room) => room.shows.some((show) => app.listed.show(show)?.channel === channel);
  const rooms = app.listed.archived.filter(isHere).sort((one, other) => other.openedAt - one.openedAt);
  if (rooms.length === 0) return null;
  const own = app.outbox.items(app.me?.directory).filter(({ op }) => op === 'room.archive');
  return h(
    'details',
    { key: 'archived', class: 'removed' },
    h('summary', { class: 'quiet-text' }, t('lobby.archived', { n: rooms.length })),
    h(
      'ul',
      { class: 'brought card' },
      rooms.map((room) =>
        h(
          'li',
          { key: room.id },
          h(
            'div',
            { class: 'grow' },
            h('a', { href: `/room/${room.id}` }, room.title),
            h('small', { class: 'quiet-text' }, app.f.day(room.openedAt)),
            own.filter(({ args }) => args.room === room.id).map((item) => ghostLine(app, item)),
          ),
          app.may('room.archive') &&
            h(
              'button',
              {
                class: 'small quiet',
                'aria-label': `${t('lobby.restore')} ${room.title}`,
                onclick: () => app.submit(app.me.directory, 'room.archive', { room: room.id, archived: false }),
              },
              t('lobby.restore'),
            ),
        )
      ),
    ),
  );
}
