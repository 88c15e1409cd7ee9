/** Why there is nothing to be shown, and what can be done: try again, say what it is, another file. */
import { FILES } from '../../core/wire.js';
import { h } from '../../ui/dom.js';
import { knows, refusal, t } from '../../ui/words.js';
import { sizeOf } from './frame.js';

/** The command the server makes of each kind: whoever may bring it is offered it. */
const MADE_OF = {
  summary: 'snapshot.import',
  trend: 'series.import',
  markers: 'markers.import',
  goals: 'goals.import',
  questions: 'questions.import',
  list: 'show.import',
};
const OF_SHOW = Object.keys(MADE_OF).filter((kind) => kind !== 'list');
/** As much as can be mended by saying what kind of table it is. */
const NAMELESS = new Set(['unrecognised', 'severalShows', 'productList']);

export function faultWords({ code, detail = {}, message, retryAfter, stored, lost, again }) {
  if (stored && lost) return t('bring.fault.lost');
  if (stored && code === 'busy') return t('bring.fault.busyNow');
  if (lost && !again) return t('bring.fault.givenUp');
  const limit = detail.limit ?? detail.largest;
  if (code === 'tooBig' && limit) return t('bring.fault.tooBigFor', { limit: sizeOf(limit) });
  const why = detail.problem ?? detail.why ?? code;
  if (knows(`bring.fault.${why}`)) return t(`bring.fault.${why}`, { n: retryAfter ?? 3 });
  return refusal({ code, detail, message });
}

/** Where it was given up, the way to try once more. */
export function faultLine(bringing) {
  const { fault } = bringing;
  return h(
    'p',
    { class: fault.again ? 'warning' : 'error', role: 'alert', key: 'fault' },
    faultWords(fault),
    fault.lost && !fault.again && !fault.stored && [
      ' ',
      h(
        'button',
        { class: 'small', key: 'again', type: 'button', onclick: () => bringing.askAgain() },
        t('bring.readAgain'),
      ),
    ],
  );
}

export function failed(view) {
  const { fault } = view.bringing;
  return h(
    'main',
    { key: 'failed', class: 'import-message' },
    faultLine(view.bringing),
    NAMELESS.has(fault.code) && view.bringing.isList && h('p', { key: 'show' }, t('bring.openShow')),
    NAMELESS.has(fault.code) && kindChoice(view),
  );
}

/** What kind of table it is, of those that may be brought here. */
export function kindChoice(view) {
  const { bringing } = view;
  const taken = bringing.preview ? bringing.part : bringing.choices.kind;
  return h(
    'div',
    { class: 'row', key: 'kind', role: 'group', 'aria-label': t('bring.asKind') },
    h('span', { class: 'quiet-text' }, t('bring.asKind')),
    kindsFor(view).map((kind) => kindButton(bringing, kind, taken)),
  );
}

/** Of a file of a show that was taken for one kind the others, where it is none of it. */
export function otherKinds(view) {
  const { bringing } = view;
  const others = kindsFor(view).filter((kind) => kind !== bringing.part);
  if (bringing.isList || others.length === 0) return null;
  return h(
    'details',
    { class: 'import-not', key: `not ${bringing.part}` },
    h('summary', { class: 'tiny' }, t('bring.notKind', { part: t(`bring.part.${bringing.part}`) })),
    h(
      'div',
      { class: 'row', role: 'group', 'aria-label': t('bring.asKind') },
      others.map((kind) => kindButton(bringing, kind, null)),
    ),
  );
}

const kindsFor = ({ bringing, app }) =>
  (bringing.isList ? ['list'] : OF_SHOW).filter((kind) => MADE_OF[kind] in FILES && app.mayBring(MADE_OF[kind]));

const kindButton = (bringing, kind, taken) =>
  h('button', {
    key: kind,
    class: 'chip',
    type: 'button',
    'aria-pressed': taken === null ? null : String(taken === kind),
    onclick: () => bringing.chooseKind(kind),
  }, t(`bring.part.${kind}`));
