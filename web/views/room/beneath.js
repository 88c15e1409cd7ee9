/** Beneath the curve, on its own scale: lanes of what happened, bars of what was asked. They follow its zoom. */
import { h } from '../../ui/dom.js';
import { t } from '../../ui/words.js';
import { begin } from './composer.js';
import { bucketWidth, questionDensity } from './density.js';

const KINDS = [
  'product',
  'luckyBag',
  'flashSale',
  'coupon',
  'wecom',
  'onShelf',
  'offShelf',
  'violation',
  'alert',
  'note',
  'hostChange',
];

export function beneath(now) {
  const { ui, show } = now;
  if (!ui.pointing.span) return null;
  const { from, to, left, width } = ui.pointing.span;
  const scale = {
    from,
    to,
    place: (offset) => share(offset - from, to - from),
    size: (lasts) => share(lasts, to - from),
  };
  const markers = show.records.all('marker').sort((a, b) => a.offset - b.offset);
  return h(
    'div',
    { class: 'beneath', style: { '--left': `${left}px`, '--width': `${width}px` } },
    KINDS.map((kind) => lane(now, kind, markers.filter((marker) => marker.kind === kind), scale)),
    asked(now, scale),
  );
}

const share = (part, whole) => `${(part / whole) * 100}%`;

/** The product being talked about at `offset`, a marker, or undefined. */
export const talkedAt = (show, offset) =>
  show.records.all('marker')
    .filter((marker) => marker.kind === 'product' && marker.offset <= offset)
    .sort((a, b) => b.offset - a.offset)[0];

function lane(now, kind, markers, scale) {
  if (markers.length === 0) return null;
  return h(
    'div',
    { key: kind, class: `lane-marks marks-${kind}` },
    h('span', { class: 'marks-name' }, t(`markerKind.${kind}`)),
    h(
      'div',
      { class: 'marks-line' },
      markers.map((marker, n) =>
        kind === 'product' ? span(now, marker, markers[n + 1]?.offset ?? scale.to, scale) : tick(now, marker, scale)
      ),
    ),
  );
}

/** A product is talked about until the next one is. */
function span(now, marker, until, { from, to, place, size }) {
  const begun = Math.max(from, marker.offset);
  const ended = Math.min(to, until);
  if (ended <= begun) return null;
  return mark(now, marker, { class: 'span', style: { left: place(begun), width: size(ended - begun) } }, marker.text);
}

function tick(now, marker, { from, to, place }) {
  if (marker.offset < from || marker.offset > to) return null;
  return mark(now, marker, { class: 'tick', style: { left: place(marker.offset) } });
}

function mark(now, marker, props, text) {
  const at = now.f.offset(marker.offset);
  return h('button', {
    ...props,
    key: marker.id,
    title: `${at} ${marker.text ?? ''}`,
    'aria-label': `${t(`markerKind.${marker.kind}`)} ${marker.text ?? ''} ${at}`,
    onclick: () => begin(now, { minute: marker.offset }),
  }, text);
}

function asked(now, { from, to, place, size }) {
  const { show, ui } = now;
  const questions = show.records.all('question');
  if (questions.length === 0) return null;
  const width = bucketWidth(to - from);
  const bars = questionDensity(questions, { from: Math.floor(from / width) * width, to, width });
  const busiest = Math.max(1, ...bars.map((bar) => bar.asked));
  const chosen = bars.find((bar) => bar.offset === ui.pointing.asked);
  return h(
    'div',
    { class: 'lane-marks marks-questions' },
    h('span', { class: 'marks-name' }, t('room.questions')),
    h(
      'div',
      { class: 'marks-line' },
      bars.map((bar) =>
        bar.asked > 0 &&
        askedBar(now, bar, { left: place(bar.offset), width: size(width), '--height': share(bar.asked, busiest) })
      ),
    ),
    chosen && askedList(
      now,
      chosen.questions.map((id) => show.records.get('question', id)).sort((a, b) => a.offset - b.offset || a.no - b.no),
    ),
  );
}

function askedBar({ ui, f }, bar, style) {
  const words = t('room.askedAt', { at: f.offset(bar.offset), n: bar.asked });
  const chosen = ui.pointing.asked === bar.offset;
  return h('button', {
    key: bar.offset,
    class: `bar-of ${chosen ? 'chosen' : ''}`,
    style,
    title: words,
    'aria-label': words,
    'aria-pressed': String(chosen),
    onclick: () => ui.pointing.ask(chosen ? null : bar.offset),
  });
}

function askedList({ f }, questions) {
  return h(
    'ul',
    { class: 'asked-list' },
    questions.map((question) =>
      h(
        'li',
        { key: question.id },
        h('time', null, f.offset(question.offset)),
        h('span', { class: 'grow' }, question.text ?? t('room.erased')),
        question.plus > 0 && h('b', null, `+${question.plus}`),
        question.category && h('span', { class: 'label' }, t(`category.${question.category}`)),
      )
    ),
  );
}
