/**
 * The first script to run, and the smallest: it begins what need not wait until the page's modules are here. A classic
 * script, without imports. `window.early` is what it leaves behind for them (core/greeting.js).
 *
 * - The files of the view that is asked for are fetched along with those every view needs, in the language it will speak.
 * - Where somebody has been signed in, the socket is opened and greeted, and the lobby asked for: the server's answers
 *   arrive meanwhile.
 * - When the modules cannot be had, the page says so.
 */
(() => {
  const [, first, log] = location.pathname.split('/');
  const view = document.querySelector(`template[data-view="${first || 'lobby'}"]`);

  function kept(name) {
    try {
      return localStorage.getItem(name);
    } catch {
      return null;
    }
  }

  const known = (navigator.languages ?? []).find((tag) => /^(zh|en)\b/i.test(tag));
  const language = kept('language') ?? (known && /^en/i.test(known) ? 'en' : 'zh-CN');
  const words = ['', ...(view?.dataset.words ?? '').split(' ').filter(Boolean).map((part) => `${part}.`)];
  for (const part of words) {
    document.head.append(
      Object.assign(document.createElement('link'), { rel: 'modulepreload', href: `/strings/${part}${language}.js` }),
    );
  }
  if (view) {
    document.head.append(view.content);
    view.remove();
  }

  addEventListener('error', ({ target }) => {
    if (target?.type !== 'module' || !document.getElementById('waiting')) return;
    document.getElementById('waiting').hidden = true;
    document.getElementById('failed').hidden = false;
  }, true);

  /** The lobby's summaries, for whoever asks for them first. */
  function ask() {
    return fetch('/api/lobby', { credentials: 'same-origin' }).catch(() => null);
  }

  function greet(lists) {
    const asked = /^[0-9a-f-]{36}$/.test(log ?? '') ? log : null;
    const live = `${location.protocol === 'https:' ? 'wss' : 'ws'}://${location.host}/live?lists=channels`;
    const address = asked ? `${live}&log=${asked}` : live;
    const digits = Array.from(crypto.getRandomValues(new Uint8Array(16)), (byte) => byte.toString(16).padStart(2, '0'))
      .join('');
    const tab = [
      digits.slice(0, 8),
      digits.slice(8, 12),
      `4${digits.slice(13, 16)}`,
      `8${digits.slice(17, 20)}`,
      digits.slice(20),
    ].join('-');
    const wanted = asked ? [asked, ...lists] : lists;
    const socket = new WebSocket(address, 'aftershow.v1');
    const line = { address, socket, heard: [], closed: null };
    socket.onopen = () =>
      socket.send(JSON.stringify([{ t: 'hello', v: 1, tab, logs: wanted.map((log) => ({ log, at: null })) }]));
    socket.onmessage = (message) => line.heard.push(message);
    socket.onclose = (closing) => (line.closed = closing);
    return line;
  }

  if (view && first !== 'join' && first !== 'report' && kept('member')) {
    // The channels' logs that were followed here last (core/listed.js).
    const lists = (kept(`lists ${kept('member')} ${first || 'lobby'}`) ?? '').split(' ').filter(Boolean).slice(0, 12);
    window.early = { line: greet(lists), lists, lobby: first ? undefined : ask() };
  }
})();
