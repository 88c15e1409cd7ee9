/** The lists that were imported into a channel, to be taken back with the shows they added. */
import { dialog } from '../../ui/dialog.js';
import { h } from '../../ui/dom.js';
import { t } from '../../ui/words.js';
import { fileRows } from '../show/files.js';

export function make(app, { channel, summaries, close }) {
  return () =>
    dialog({ title: t('lobby.lists'), close }, h('div', { class: 'fields' }, listFiles(app, channel, summaries)));
}

function listFiles(app, channel, summaries) {
  const { log } = app.directory.get('channel', channel) ?? {};
  const lists = log ? app.records.log(log).all('file') : [];
  if (lists.length === 0) return null;
  return h(
    'section',
    { key: 'lists' },
    fileRows(app, log, lists, (file) => [
      h('p', { class: 'quiet-text' }, t('brought.shows', { n: file.shows ?? 0, added: file.added ?? 0 })),
      stayingLine(app, file, summaries),
    ]),
  );
}

/** People have gone on with some of the shows it added: those stay when it is taken back. */
function stayingLine(app, { id, withdrawn }, summaries) {
  const added = app.listed.shows.filter(({ file }) => file === id);
  const gone = app.listed.removed.filter(({ file }) => file === id);
  const isTaken = (show) =>
    summaries.get(show.id)?.questions > 0 || app.listed.everyRoom.some(({ shows }) => shows.includes(show.id));
  const n = added.filter(isTaken).length;
  const line = !withdrawn
    ? n > 0 && t('brought.staying', { n })
    : n > 0
    ? t('brought.stayed', { gone: gone.length, n })
    : gone.length > 0 && t('brought.gone', { gone: gone.length });
  return line && h('p', { class: 'quiet-text' }, line);
}
