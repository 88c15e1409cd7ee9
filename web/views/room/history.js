/** How the words of an issue came about, since the cards were turned: asked for when somebody looks. */
import { api } from '../../core/http.js';
import { Keys } from '../../core/source.js';
import { h } from '../../ui/dom.js';
import { kindMark, roleBadge } from '../../ui/marks.js';
import { t } from '../../ui/words.js';

export function history(now, issue) {
  const { app, log, ui } = now;
  if (!issue.revealed || issue.erased) return null;
  const known = ui.kept('history', () => new History(app, log)).of(issue);
  return h(
    'section',
    { class: 'sheet-history', key: 'history', 'aria-label': t('sheet.part.history') },
    h(
      'h3',
      null,
      t('sheet.part.history'),
      known.state === 'closed' &&
        h('button', { class: 'quiet small link', onclick: known.look }, t('sheet.lookHistory')),
    ),
    known.state === 'loading' && h('p', { class: 'quiet-text' }, t('loading')),
    known.state === 'failed' && h(
      'p',
      { class: 'quiet-text', role: 'alert' },
      t('sheet.historyFailed'),
      ' ',
      h('button', { class: 'small', onclick: known.look }, t('status.again')),
    ),
    known.state === 'here' && list(now, known.versions),
  );
}

function list({ app, f, room }, versions) {
  if (versions.length < 2) return h('p', { class: 'quiet-text' }, t('sheet.neverEdited'));
  return h(
    'ol',
    { class: 'versions' },
    versions.map(({ text, kind, role, offset, by, at }, n) =>
      h(
        'li',
        { key: n },
        h(
          'p',
          { class: 'issue-head' },
          kindMark(kind, room.template),
          roleBadge(app, role),
          offset !== undefined && h('time', null, f.offset(offset)),
          h('span', null, n === 0 ? t('sheet.asTurned') : by ? app.name(by) : t('sheet.changed')),
          at && h('span', null, f.when(at)),
        ),
        h('p', { class: 'issue-text' }, text),
      )
    ),
  );
}

/** By issue, of one state of it: what was edited since is asked for anew. */
class History {
  #app;
  #log;
  #known = new Map();
  #keys = new Keys();

  constructor(app, log) {
    this.#app = app;
    this.#log = log;
  }

  of({ id, edited }) {
    this.#keys.read(id);
    const known = this.#known.get(id);
    const look = () => this.#fetch(id, edited);
    if (known && known.edited !== edited && known.state !== 'closed') look();
    return { state: 'closed', ...this.#known.get(id), look };
  }

  async #fetch(id, edited) {
    this.#hold(id, { edited, state: 'loading' });
    let answer = { state: 'failed' };
    try {
      const { versions } = await api(`/api/history?log=${this.#log}&issue=${encodeURIComponent(id)}`);
      answer = { state: 'here', versions };
    } catch {
      // Said in its place, with a way to ask again.
    }
    if (this.#known.get(id)?.edited === edited) this.#hold(id, { edited, ...answer });
  }

  #hold(id, known) {
    this.#known.set(id, known);
    this.#keys.touch(id);
    this.#app.draw();
  }

  close() {
    this.#known.clear();
  }
}
