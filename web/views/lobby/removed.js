/** The shows of a channel that were removed, folded; each can be brought back. */
import { h } from '../../ui/dom.js';
import { ghostLine } from '../../ui/ghost.js';
import { t } from '../../ui/words.js';

export function removedShows(app, shows) {
  if (shows.length === 0) return null;
  const own = app.outbox.items(app.me?.directory).filter(({ op }) => op === 'show.unhide');
  return h(
    'details',
    { key: 'removed', class: 'removed' },
    h('summary', { class: 'quiet-text' }, t('lobby.removed', { n: shows.length })),
    h(
      'ul',
      { class: 'brought card' },
      shows.map((show) =>
        h(
          'li',
          { key: show.id },
          h(
            'div',
            { class: 'grow' },
            h('a', { href: `/show/${show.id}` }, show.title),
            h('small', { class: 'quiet-text' }, `${app.f.day(show.startsAt)} ${app.f.time(show.startsAt)}`),
            own.filter(({ args }) => args.show === show.id).map((item) => ghostLine(app, item)),
          ),
          app.may('show.unhide') &&
            h(
              'button',
              {
                class: 'small quiet',
                'aria-label': `${t('lobby.restore')} ${show.title}`,
                onclick: () => app.submit(app.me.directory, 'show.unhide', { show: show.id }),
              },
              t('lobby.restore'),
            ),
        )
      ),
    ),
  );
}
