/** The same member on a second device: one code, once, for ten minutes. */
import { api } from '../../core/http.js';
import { dialog } from '../../ui/dialog.js';
import { h } from '../../ui/dom.js';
import { share } from '../../ui/share.js';
import { refusal, t } from '../../ui/words.js';

export function make(app, { close }) {
  let shared = null;
  let error = null;
  api('/api/pairing', { body: {} }).then(({ link, expires }) => {
    shared = share(app, absolute(link), { note: t('pair.until', { time: app.f.time(expires) }) });
    app.draw();
  }, (refused) => {
    error = refused;
    app.draw();
  });
  return () =>
    dialog(
      { title: t('lobby.pair'), close },
      h(
        'div',
        { class: 'fields' },
        h('p', { class: 'quiet-text' }, t('pair.why')),
        error && h('p', { class: 'error', role: 'alert' }, refusal(error)),
        shared?.(),
      ),
    );
}

/** The server may answer with a path: the address is the one this page was reached by. */
export function absolute(link) {
  return new URL(link, location.href).href;
}
