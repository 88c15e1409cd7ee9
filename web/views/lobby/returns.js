/**
 * Who asks to be let in again, for those who may say yes: leads, and the member on another device. Asked for while the
 * lobby is in sight.
 */
import { api } from '../../core/http.js';
import { h } from '../../ui/dom.js';
import { refusal, t } from '../../ui/words.js';

const EVERY = { lead: 5_000, others: 15_000 };

export function returns(app) {
  let requests = [];
  let error = null;
  let timer = null;
  let stopped = false;

  async function look() {
    try {
      if (!document.hidden && app.me) await read();
    } catch {
      // Asked again in a moment; the strip tells of the connection.
    }
    clearTimeout(timer);
    if (!stopped) timer = setTimeout(look, app.me?.lead ? EVERY.lead : EVERY.others);
  }

  async function read() {
    const known = JSON.stringify(requests);
    ({ requests } = await api('/api/returns'));
    if (JSON.stringify(requests) !== known) app.draw();
  }

  async function decide({ request }, allow) {
    error = null;
    try {
      await api('/api/returns', { body: { request, allow } });
      requests = requests.filter(one => one.request !== request);
    } catch (refused) {
      error = refused;
    }
    app.draw();
  }

  document.addEventListener('visibilitychange', look);
  look();

  return {
    stop() {
      stopped = true;
      clearTimeout(timer);
      document.removeEventListener('visibilitychange', look);
    },
    render: () => requests.map(request =>
      h('section', { class: 'card return-request', key: `return ${request.request}`, 'aria-label': t('lobby.wantsIn', { name: app.name(request.member) }) },
        h('p', { class: 'grow' }, h('b', null, t('lobby.wantsIn', { name: app.name(request.member) })), ' ',
          h('span', { class: 'quiet-text' }, [request.device, app.f.time(request.at)].filter(Boolean).join(' · '))),
        h('output', { class: 'code' }, request.code),
        h('p', { class: 'quiet-text' }, t(request.member === app.me?.member ? 'lobby.wantsInMe' : 'lobby.wantsInWhy')),
        request.others > 0 && h('p', { class: 'error' }, t('lobby.wantsInOthers', { count: request.others })),
        error && h('p', { class: 'error', role: 'alert' }, refusal(error)),
        h('div', { class: 'row end' },
          h('button', { onclick: () => decide(request, false) }, t('lobby.notThem')),
          h('button', { class: 'primary', onclick: () => decide(request, true) }, t('lobby.isThem'))))),
  };
}
