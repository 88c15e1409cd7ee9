/** The platform's list of shows becomes this channel's history. */
import { dialog } from '../../ui/dialog.js';
import { h } from '../../ui/dom.js';
import { importer } from '../../ui/importer.js';
import { t } from '../../ui/words.js';

export function make(app, { channel, close, changed }) {
  const files = importer(app, { channel, kinds: ['list'], done: changed });
  return () =>
    dialog(
      { title: t('lobby.importList'), close },
      h(
        'div',
        { class: 'fields' },
        h('p', { class: 'quiet-text' }, t('lobby.listWhy', { channel: app.directory.get('channel', channel)?.name })),
        h('div', { class: 'row' }, files.button(t('lobby.chooseFile'))),
        files.report(),
      ),
    );
}
