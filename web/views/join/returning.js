/**
 * "I was a member here": whoever was last signed in on this device asks to be let in again as the same member. A lead,
 * or they themselves on another device, says yes there; four digits shown on both tell which request it is. The wait
 * survives a reload.
 */
import { api } from '../../core/http.js';
import { session } from '../../core/local.js';
import { uuid7 } from '../../core/uuid7.js';
import { h } from '../../ui/dom.js';
import { refusal, t } from '../../ui/words.js';

const KNOCK = 3_000;
const KEPT = 'return';

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
    try {
      become(await api('/api/return', { body: { organisation: was.organisation, member: was.member, device: deviceName() } }));
    } catch (refused) {
      become(null, refused);
    }
  }

  /** Until somebody has said yes the token leads nowhere. */
  async function knock() {
    try {
      await api('/api/link', { body: { token: asked.token } });
      await api('/api/join', { body: { id: uuid7(), token: asked.token } });
      become(null);
      cameIn();
    } catch (refused) {
      if (!asked) return;
      become(app.clock.now() < asked.expires ? asked : null, refused.code === 'offline' ? refused : null);
      if (!asked) become(null, { code: 'unanswered' });
    }
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

const wordsFor = error =>
  error.code === 'notFound' ? t('join.returnGone') : error.code === 'unanswered' ? t('join.returnUnanswered') : refusal(error);

/** What whoever is asked would call it. */
function deviceName() {
  const { userAgent = '' } = navigator;
  return ['iPhone', 'iPad', 'Android', 'Windows', 'Mac', 'Linux'].find(name => userAgent.includes(name)) ?? '';
}
