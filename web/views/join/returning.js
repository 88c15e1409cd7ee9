/**
 * "I was a member here": whoever was last signed in on this device asks to be let in again as the same member. A lead,
 * or they themselves on another device, says yes there; four digits shown on both tell which request it is. The wait
 * survives a reload. The token is made here and kept with the member it asks for, until an answer has come: asking again
 * after a lost one finds the same request. It is no other member's: when somebody else was here since, when anybody
 * comes in, or when it is cancelled, it is withdrawn.
 */
import { api } from '../../core/http.js';
import { session } from '../../core/local.js';
import { uuid7 } from '../../core/uuid7.js';
import { h } from '../../ui/dom.js';
import { refusal, t } from '../../ui/words.js';

const KNOCK = 3_000;
const KEPT = 'return';

/** `render()` is null where nobody was; `withdraw()` when somebody comes in by another way, `stop()` when the page is left. */
export function returning(app, cameIn) {
  const was = app.session.wasHere;
  /** `{ organisation, member, name, token, code, expires, join }`; no `code` until the server has said that it waits. */
  let asked = JSON.parse(session.getItem(KEPT) ?? 'null');
  let error = null;
  let timer = null;
  let stopped = false;

  function become(request, refused = null) {
    asked = request;
    error = refused;
    clearTimeout(timer);
    if (asked) session.setItem(KEPT, JSON.stringify(asked));
    else session.removeItem(KEPT);
    if (stopped) return;
    if (asked?.code) timer = setTimeout(knock, KNOCK);
    app.draw();
  }

  async function ask() {
    const { organisation, member, name } = was;
    const mine = asked ?? { organisation, member, name, token: newToken() };
    become(mine);
    try {
      const { code, expires } = await api('/api/return', {
        body: { organisation, member, device: deviceName(), token: mine.token },
      });
      if (asked === mine) become({ ...mine, code, expires });
    } catch (refused) {
      // What was refused stands nowhere; what was not answered may wait.
      if (asked === mine) become(WORDS[refused.code] ? null : mine, refused);
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
        const { state } = await api('/api/return/state', { body: { token: mine.token } });
        if (asked !== mine) return;
        if (state === 'over') return become(null, { code: app.clock.now() < mine.expires ? 'refused' : 'unanswered' });
        if (state !== 'allowed') return become(mine);
        mine.join = uuid7();
        session.setItem(KEPT, JSON.stringify(mine));
      }
      await api('/api/join', { body: { id: mine.join, token: mine.token } });
      become(null);
      cameIn();
    } catch (refused) {
      if (asked !== mine) return;
      if (mine.join && refused.code === 'notFound') become(null, refused);
      else become(mine, refused.code === 'offline' ? refused : null);
    }
  }

  /** Nobody is to say yes to it any more. */
  function withdraw() {
    if (!asked) return;
    // Not reached, it expires by itself, and nobody has its token.
    api('/api/return/withdraw', { body: { token: asked.token } }).catch(() => {});
    become(null);
  }

  if (asked && (asked.member !== was?.member || asked.organisation !== was.organisation)) withdraw();
  else if (asked?.code) timer = setTimeout(knock, 0);

  const asking = () => [
    h('p', null, t('join.returnWait', { name: asked.name })),
    h('output', { class: 'code' }, asked.code),
    h('p', { class: 'quiet-text' }, t('join.returnHow')),
    h('button', { class: 'small', onclick: withdraw }, t('cancel')),
  ];

  return {
    withdraw,
    stop() {
      stopped = true;
      clearTimeout(timer);
    },
    render: () =>
      was?.organisation && !app.connection.removed &&
      h(
        'section',
        { class: 'returning', key: 'returning' },
        asked?.code ? asking() : [
          h('p', { class: 'quiet-text' }, t('join.wasHere', { name: was.name })),
          h('button', { class: app.orphans.items.length > 0 ? 'primary' : null, onclick: ask }, t('join.return')),
        ],
        error && h('p', { class: 'error', role: 'alert' }, wordsFor(error)),
      ),
  };
}

const WORDS = {
  notFound: 'join.returnGone',
  unanswered: 'join.returnUnanswered',
  refused: 'join.returnRefused',
  busy: 'join.returnBusy',
  rate: 'join.returnOften',
  taken: 'join.returnTaken',
};

const wordsFor = (error) => (WORDS[error.code] ? t(WORDS[error.code]) : refusal(error));

/** 256 bits in base64url, as the server makes its own. */
function newToken() {
  const bytes = crypto.getRandomValues(new Uint8Array(32));
  return btoa(String.fromCharCode(...bytes)).replace(/\+/g, '-').replace(/\//g, '_').replace(/=/g, '');
}

/** What whoever is asked would call it. */
function deviceName() {
  const { userAgent = '' } = navigator;
  return ['iPhone', 'iPad', 'Android', 'Windows', 'Mac', 'Linux'].find((name) => userAgent.includes(name)) ?? '';
}
