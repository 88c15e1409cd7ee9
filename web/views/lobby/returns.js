/**
 * Who asks to be let in again, for those who may say yes: leads, and the member on another device. Asked for while the
 * lobby is in sight. The digits are not shown here: whoever says yes writes down what they were told, so that nobody
 * says it without having asked.
 */
import { api } from '../../core/http.js';
import { h } from '../../ui/dom.js';
import { onEnter } from '../../ui/ime.js';
import { refusal, t } from '../../ui/words.js';

const EVERY = { lead: 5_000, others: 15_000 };

export function returns(app) {
  let requests = [];
  let error = null; // {request, words}
  const heard = new Map(); // request → the digits as they are being written
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

  /** Only with the digits that stand on the other's screen. */
  function letIn(request) {
    const told = (heard.get(request.request) ?? '').normalize('NFKC').replace(/\s/g, '');
    if (told === request.code) return decide(request, true);
    error = { request: request.request, words: t(told ? 'lobby.otherDigits' : 'lobby.noDigits') };
    app.draw();
    return null;
  }

  async function decide({ request }, allow) {
    error = null;
    try {
      await api('/api/returns', { body: { request, allow } });
      requests = requests.filter((one) => one.request !== request);
    } catch (refused) {
      error = { request, words: refusal(refused) };
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
    render: () =>
      requests.map((request) =>
        h(
          'section',
          {
            class: 'card return-request',
            key: `return ${request.request}`,
            'aria-label': t('lobby.wantsIn', { name: app.name(request.member) }),
          },
          h(
            'p',
            { class: 'grow' },
            h('b', null, t('lobby.wantsIn', { name: app.name(request.member) })),
            ' ',
            h('span', { class: 'quiet-text' }, [request.device, app.f.time(request.at)].filter(Boolean).join(' · ')),
          ),
          h(
            'label',
            { class: 'field' },
            h('span', null, t(request.member === app.me?.member ? 'lobby.wantsInMe' : 'lobby.wantsInWhy')),
            h('input', {
              class: 'digits',
              inputmode: 'numeric',
              maxlength: '6',
              autocomplete: 'off',
              value: heard.get(request.request) ?? '',
              'aria-invalid': String(error?.request === request.request),
              ...onEnter(() => letIn(request)),
              oninput: (event) => heard.set(request.request, event.currentTarget.value),
            }),
          ),
          request.others > 0 && h('p', { class: 'error' }, t('lobby.wantsInOthers', { count: request.others })),
          error?.request === request.request && h('p', { class: 'error', role: 'alert' }, error.words),
          h(
            'div',
            { class: 'row end' },
            h('button', { onclick: () => decide(request, false) }, t('lobby.notThem')),
            h('button', { class: 'primary', onclick: () => letIn(request) }, t('lobby.isThem')),
          ),
        )
      ),
  };
}
