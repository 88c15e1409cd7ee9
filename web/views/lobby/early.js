import { api } from '../../core/http.js';

/** The lobby's first answer, asked for before the modules had arrived (web/early.js), or null when nobody has asked. One that went wrong is asked for again. */
export function takeEarlyLobby(page = globalThis) {
  const asked = page.early?.lobby;
  if (!asked) return null;
  delete page.early.lobby;
  return asked.then((response) => (response?.ok ? response.json() : api('/api/lobby')));
}
