/** One's own things, in the bar of every place: who one is, the other language, the way out. */
import { api } from '../core/http.js';
import { h } from './dom.js';
import { icon } from './icon.js';
import { turnLanguage } from './language.js';
import { menu } from './menu.js';
import { tell } from './status.js';
import { language, t } from './words.js';

/** `more`: what the place has besides, between name and language. */
export function ownMenu(app, open, toggle, ...more) {
  return menu(
    { label: t('lobby.menu'), open, toggle },
    app.me && h('p', { class: 'who' }, app.me.name),
    more,
    h('button', { onclick: () => speakOther(app) }, icon('flag'), language === 'en' ? '中文' : 'English'),
    h('button', { onclick: () => (toggle(false), signOut(app)) }, icon('out'), t('lobby.signOut')),
  );
}

function signOut(app) {
  if (app.outbox.counts.unsaved > 0) app.showUnsent({ leave: () => leave(app) });
  else leave(app);
}

async function leave(app) {
  await api('/api/signout', { body: {} }).catch(() => null);
  app.signedOut();
  tell(app, 'signedOut');
}

async function speakOther(app) {
  await turnLanguage(app);
  tell(app, 'language');
}
