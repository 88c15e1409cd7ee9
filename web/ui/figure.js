/**
 * A figure on a screen: pointed at, it says where it is from, and pressed, it shows that in full (origin.js, fetched with
 * the first of them). Every page shows its figures by this, so that none is without its source.
 *
 *     sourced(app, { metric, value, of: () => told }, …content)     `told`: ofShow(records), or /api/figures' of a show, or
 *                                                                     a promise of either
 *     sourced(app, { metric, value, snapshot, of }, …)               the value that those numbers had when it was noted down
 *     sourced(app, { metric, value, proposed: () => show }, …)       what was known of that show when an entry was proposed
 *     sourced(app, { metric, value, among }, …)                      a median of `among`: [{ title, start, value }]
 *
 * `isAside`: it does not stand in the keyboard's way, where another of its row does.
 */
import { h } from './dom.js';
import { loadSheet } from './load.js';
import { loadWords } from './words.js';

const origin = () =>
  Promise.all([import('./origin.js'), loadWords(['metrics', 'formulas', 'origin']), loadSheet('/css/ui/origin.css')])
    .then(([it]) => it);

export function sourced(app, figure, ...content) {
  return h('button', {
    type: 'button',
    class: 'sourced',
    tabindex: figure.isAside ? '-1' : null,
    'aria-haspopup': 'dialog',
    onpointerenter: ({ currentTarget: node }) => origin().then((it) => it.hint(app, node, figure)).catch(() => {}),
    onclick: (event) => {
      event.stopPropagation();
      const node = event.currentTarget;
      origin().then((it) => it.show(app, node, figure)).catch(() => {});
    },
  }, content);
}

/** What a show that is followed tells of its figures. */
export const ofShow = (records) => ({
  latest: records.only('latest') ?? null,
  snapshot: (id) => records.get('snapshot', id) ?? null,
  file: (id) => records.get('file', id) ?? null,
});

/** The values of `latest` that are of the same version of their definition as `base` counts. */
export function comparable(latest, base) {
  const version = (told, metric) => told?.versions?.[metric] ?? 1;
  return Object.fromEntries(
    Object.entries(latest.values).filter(([metric]) =>
      base?.values?.[metric] === undefined || version(latest, metric) === version(base, metric)
    ),
  );
}
