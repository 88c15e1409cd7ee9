/**
 * The import of one file, laid over the page: what it would store is shown, corrected and agreed to.
 *
 *     const shown = importing(app, { what, where, channels, prefers, types, close })
 *                                              what: { file } | { text, html? }, null where a table is to be pasted
 *     shown.render() · shown.take(what) · shown.stop()
 */
import { h } from '../../ui/dom.js';
import { t } from '../../ui/words.js';
import { isUnmapped } from './asking.js';
import { Bringing } from './bringing.js';
import { failed, faultLine } from './failed.js';
import { frame } from './frame.js';
import { missing } from './missing.js';
import { pasteBox } from './pastebox.js';
import { tableOf } from './pasted.js';
import { columnTable } from './columns.js';
import { partTabs } from './parts.js';
import { result } from './result.js';
import { foot, side } from './side.js';
import { whereTo } from './where.js';

const parse = (html) => new DOMParser().parseFromString(html, 'text/html');

export function importing(app, { what, where, channels, prefers, types, close }) {
  const bringing = new Bringing(app, { where, channels, prefers });
  const view = { app, bringing, types, draw: () => app.draw(), take, bring, leave, close: shut };

  /** Another one in its place, but not while this one is being stored. */
  function take(other) {
    if (bringing.phase === 'storing') return;
    if (!bringing.isMade || bringing.phase !== 'shown') return bring(other);
    bringing.next = other;
    leave();
  }

  function bring({ file, text, html, more }) {
    bringing.next = null;
    bringing.isOneOf = Boolean(more);
    if (file) bringing.take(file);
    else if (text === null) bringing.paste();
    else bringing.takeText(tableOf({ text, html }, parse));
  }

  /** Asks only where something would be lost. */
  function leave() {
    if (!bringing.isMade) return shut();
    bringing.leaving = true;
    app.draw();
  }

  function shut() {
    bringing.stop();
    close();
  }

  function content() {
    switch (bringing.phase) {
      case 'paste':
        return pasteBox(view);
      case 'where':
        return whereTo(view);
      case 'reading':
        return waiting();
      case 'failed':
        return failed(view);
      case 'stored':
        return result(view);
      default:
        return preview();
    }
  }

  function waiting() {
    const { fault, name } = bringing;
    return h(
      'main',
      { key: 'reading', class: 'import-message' },
      h('p', { role: 'status' }, t('bring.reading', { name: name || t('bring.pastedTable') })),
      fault && faultLine(bringing),
    );
  }

  function preview() {
    const part = bringing.preview.parts.find(({ kind }) => kind === bringing.part);
    return h(
      'div',
      { key: 'preview', class: 'import-body', inert: bringing.phase === 'storing' },
      h(
        'main',
        { class: 'import-main' },
        partTabs(view),
        part && isUnmapped(part) && missing(view, part),
        part && columnTable(view, part),
      ),
      side(view),
      foot(view),
    );
  }

  take(what);
  return { take, stop: () => bringing.stop(), render: () => frame(view, content()) };
}
