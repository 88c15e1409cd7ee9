/** What happened in the show and when: one tap a marker while it runs. */
import { longest } from '../../core/acts.js';
import { h } from '../../ui/dom.js';
import { ghostWays } from '../../ui/ghost.js';
import { onEnter } from '../../ui/ime.js';
import { itemState } from '../../ui/status.js';
import { t } from '../../ui/words.js';
import { parseMinute } from '../room/minutes.js';
import { afterDrawing } from '../../ui/textfield.js';
import { markerRows } from './marker.js';
import { MARKERS } from './vocabulary.js';

export function markersTab(page) {
  const { app, log } = page;
  const rows = markerRows(page);
  const words = `marker:${log}`;
  const time = `marker-offset:${log}`;
  let kind = null;
  let wrong = null;

  function add(chosen) {
    const typed = app.drafts.read(time).trim();
    const offset = typed ? parseMinute(typed, page.lasts) : page.live ? page.offsetNow() : null;
    wrong = offset === null ? t(typed ? 'show.offsetWrong' : 'markers.minuteFirst') : null;
    if (wrong) {
      kind = chosen;
      afterDrawing(() => document.querySelector('.marker-form .offset')?.focus());
      return app.draw();
    }
    const text = app.drafts.read(words).trim();
    app.submit(log, 'marker.add', text ? { kind: chosen, offset, text } : { kind: chosen, offset });
    app.drafts.clear(words);
    app.drafts.clear(time);
    kind = null;
    app.draw();
  }

  function render() {
    const items = app.outbox.items(log);
    const markers = rows(items);
    const ghosts = items.filter((item) => item.op === 'marker.add').reverse();
    return [
      h(
        'section',
        { class: 'marker-form' },
        h(
          'div',
          { class: 'line' },
          h('input', {
            'aria-label': t('markers.text'),
            placeholder: t('markers.text'),
            maxlength: longest('marker.add', 'text'),
            ...app.drafts.field(words),
            ...onEnter(() => add(kind ?? 'note')),
          }),
          h('input', {
            class: 'offset',
            'aria-label': t('show.offset'),
            placeholder: page.live ? t('show.offsetNow') : '1:02:30',
            inputmode: 'numeric',
            'aria-invalid': String(wrong !== null),
            ...app.drafts.field(time),
            ...onEnter(() => add(kind ?? 'note')),
          }),
        ),
        wrong && h('p', { class: 'error', role: 'alert' }, wrong),
        h(
          'div',
          { class: 'marker-kinds', role: 'group', 'aria-label': t('markers.kind') },
          MARKERS.map((name) =>
            h('button', { key: name, class: `marker-${name}`, onclick: () => add(name) }, t(`markerKind.${name}`))
          ),
        ),
      ),
      h(
        'div',
        { class: 'filters' },
        h('p', { class: 'quiet-text tiny grow' }, !wrong && t(page.live ? 'markers.hint' : 'markers.minuteFirst')),
        page.bring.button({ prefers: ['markers'] }),
      ),
      h(
        'ol',
        { class: 'markers' },
        ghosts.map((item) =>
          h(
            'li',
            { key: item.id, class: 'ghost' },
            h('time', null, app.f.offset(item.args.offset)),
            h('b', null, t(`markerKind.${item.args.kind}`)),
            h('span', { class: 'grow' }, item.args.text ?? ''),
            itemState(item),
            ghostWays(app, item),
          )
        ),
        markers,
      ),
      page.records.count('marker') + ghosts.length === 0 && h('p', { class: 'empty' }, t('markers.none')),
    ];
  }

  return { render };
}
