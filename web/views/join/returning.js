/**
 * "I was a member here": whoever was last signed in on this device asks to be let in again as the same member. A lead,
 * or they themselves on another device, says yes there; four digits shown on both tell which request it is. The wait
 * survives a reload. The token is made here and kept until it is of no more use: asking again, after a lost answer or
 * a change of mind, finds the same request.
 */
import { api } from '../../core/http.js';
import { session } from '../../core/local.js';
import { uuid7 } from '../../core/uuid7.js';
import { h } from '../../ui/dom.js';
import { refusal, t } from '../../ui/words.js';

const KNOCK = 3_000;
const KEPT = 'return';
const TOKEN = 'return-token';

/** `render()` is null where nobody was; `stop()` when the page is left. */
export function returning(app, cameIn) {
  const was = app.wasHere;
  let asked = JSON.parse(session.getItem(KEPT) ?? 'null');
  let error = null;
  let timer = null;

  function become(request, refused = null) {
    asked = request;
    error = refused;
    clearTimeout(timer);
    if (asked) {
      session.setItem(KEPT, JSON.stringify(asked));
      timer = setTimeout(knock, KNOCK);
    } else {
      session.removeItem(KEPT);
    }
    app.draw();
  }

  async function ask() {
    const { organisation, member } = was;
    const token = session.getItem(TOKEN) ?? newToken();
    session.setItem(TOKEN, token);
    try {
      become(await api('/api/return', { body: { organisation, member, device: deviceName(), token } }));
    } catch (refused) {
      become(null, refused);
    }
  }

  /**
   * Until somebody has said yes the token leads nowhere. From then on it is joined with under one id: an answer that was
   * lost comes again.
   */
  async function knock() {
    const mine = asked;
    try {
      if (!mine.join) {
        await api('/api/link', { body: { token: mine.token } });
        mine.join = uuid7();
        if (asked === mine) session.setItem(KEPT, JSON.stringify(mine));
      }
      if (asked !== mine) return;
      await api('/api/join', { body: { id: mine.join, token: mine.token } });
      end(null);
      cameIn();
    } catch (refused) {
      if (asked !== mine) return;
      if (refused.code !== 'notFound') become(mine, refused.code === 'offline' ? refused : null);
      else if (mine.join) end(refused);
      else if (app.clock.now() < mine.expires) become(mine);
      else end({ code: 'unanswered' });
    }
  }

  function end(refused) {
    session.removeItem(TOKEN);
    become(null, refused);
  }

  if (asked) timer = setTimeout(knock, 0);

  const asking = () => [
    h('p', null, t('join.returnWait', { name: was.name })),
    h('output', { class: 'code' }, asked.code),
    h('p', { class: 'quiet-text' }, t('join.returnHow')),
    h('button', { class: 'small', onclick: () => become(null) }, t('cancel')),
  ];

  return {
    stop: () => clearTimeout(timer),
    render: () => was?.organisation && !app.connection.removed && h('section', { class: 'returning', key: 'returning' },
      asked ? asking() : [
        h('p', { class: 'quiet-text' }, t('join.wasHere', { name: was.name })),
        h('button', { class: app.orphans.items.length > 0 ? 'primary' : null, onclick: ask }, t('join.return')),
      ],
      error && h('p', { class: 'error', role: 'alert' }, wordsFor(error))),
  };
}

const WORDS = {
  notFound: 'join.returnGone', unanswered: 'join.returnUnanswered', busy: 'join.returnBusy', rate: 'join.returnOften',
};

const wordsFor = error => (WORDS[error.code] ? t(WORDS[error.code]) : refusal(error));

/** 256 bits in base64url, as the server makes its own. */
function newToken() {
  const bytes = crypto.getRandomValues(new Uint8Array(32));
  return btoa(String.fromCharCode(...bytes)).replace(/\+/g, '-').replace(/\//g, '_').replace(/=/g, '');
}

/** What whoever is asked would call it. */
function deviceName() {
  const { userAgent = '' } = navigator;
  return ['iPhone', 'iPad', 'Android', 'Windows', 'Mac', 'Linux'].find(name => userAgent.includes(name)) ?? '';
}
