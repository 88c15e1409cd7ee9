/** The markers there are, the latest first: whoever may remove one corrects it in its place (ui/edit.js, ui/overtaken.js). */
import { longest } from '../../core/acts.js';
import { h } from '../../ui/dom.js';
import { Edit } from '../../ui/edit.js';
import { select } from '../../ui/field.js';
import { ghostLine } from '../../ui/ghost.js';
import { icon } from '../../ui/icon.js';
import { onEnter } from '../../ui/ime.js';
import { keeping, theirs, toTheChoice } from '../../ui/overtaken.js';
import { overlaid, targetOf } from '../../ui/pending.js';
import { itemState } from '../../ui/status.js';
import { stranded } from '../../ui/stranded.js';
import { afterDrawing } from '../../ui/textfield.js';
import { t } from '../../ui/words.js';
import { MARKERS, optionsOf } from './vocabulary.js';

/** An older server does not tell that nobody has edited it. */
const told = (marker) => ({ edited: 0, ...marker });
const begin = ({ kind, text = '' }) => ({ kind, text });
const wordsOf = ({ kind, text }) => [t(`markerKind.${kind}`), text].filter(Boolean).join(' ');

/** A function that draws a row for each, given what is on its way. */
export function markerRows(page) {
  const { app, log } = page;
  /** What is being made of the marker whose editor is open. */
  let open = null;

  function turnTo(edit) {
    open = edit;
    app.draw();
  }

  /** What was typed stays for the next time. */
  function leave() {
    const { id } = open.begun;
    turnTo(null);
    afterDrawing(() => document.querySelector(`[data-marker="${CSS.escape(id)}"] button`)?.focus());
  }

  /** One that goes while it is edited stands where it stood. */
  function inPlace() {
    const markers = page.records.all('marker').map(told);
    if (open && !page.records.get('marker', open.begun.id)) markers.push(open.begun);
    return markers.sort((one, other) => other.offset - one.offset);
  }

  function row(record, own) {
    const { id, kind, text, offset } = record;
    const goes = own.some(({ op, state }) => op === 'marker.remove' && state !== 'refused');
    const button = (op, label, name, onclick) =>
      app.may(op) && h('button', { key: op, 'aria-label': label, onclick }, icon(name));
    return h(
      'li',
      { key: page.records.key('marker', id), class: own.length > 0 ? 'ghost' : null, 'data-marker': id },
      h('time', null, app.f.offset(offset)),
      h('b', null, t(`markerKind.${kind}`)),
      h('span', { class: 'grow' }, text ?? ''),
      !goes && h(
        'div',
        { class: 'quick' },
        button(
          'marker.edit',
          t('edit'),
          'edit',
          () => turnTo(new Edit(app, { log, op: 'marker.edit', record, begin })),
        ),
        button('marker.remove', t('remove'), 'close', () => app.submit(log, 'marker.remove', { marker: id })),
      ),
      own.map((item) => ghostLine(app, item)),
    );
  }

  function editor({ id, offset }, own) {
    const edit = open;
    const item = own.findLast(({ op }) => op === 'marker.edit');
    const now = page.records.get('marker', id);
    const newer = now ? edit.newer(told(now), item) : null;
    const drop = () => {
      if (item?.state === 'refused') app.outbox.dismiss(item.id);
      edit.forget();
      leave();
    };
    const save = () => {
      const { kind, text } = edit.fields;
      leave();
      edit.send({ kind, text: text.trim() }, { newer, item, overtaken: () => turnTo(open ?? edit) });
    };
    const entered = onEnter(newer || !now ? toTheChoice : save, leave);
    return h(
      'li',
      { key: page.records.key('marker', id), class: 'open', 'data-marker': id },
      h('time', null, app.f.offset(offset)),
      h(
        'div',
        { class: 'fields editing grow' },
        !now && stranded(app, t('markers.gone'), () => edit.fields.text, [{ words: t('letGo'), act: drop }]),
        newer && theirs({ text: wordsOf(newer) }, item),
        h(
          'div',
          { class: 'line' },
          h('input', {
            'aria-label': t('markers.text'),
            placeholder: t('markers.text'),
            maxlength: longest('marker.edit', 'text'),
            value: edit.fields.text,
            oninput: (event) => edit.change({ text: event.currentTarget.value }, { quietly: true }),
            ...entered,
            created: (node) => node.focus({ preventScroll: true }),
          }),
          select({
            class: 'pick',
            'aria-label': t('markers.kind'),
            options: optionsOf(MARKERS, 'markerKind'),
            value: edit.fields.kind,
            choose: (kind) => edit.change({ kind }),
          }),
        ),
        item?.state === 'refused' && item.code !== 'conflict' && itemState(item),
        now && keeping({ newer, drop, save }),
      ),
    );
  }

  return (items) => {
    const markers = inPlace();
    const rows = markers.map((marker) => {
      const own = items.filter((item) => targetOf(item) === marker.id);
      return open?.begun.id === marker.id ? editor(marker, own) : row(overlaid(marker, own), own);
    });
    if (page.minute === null) return rows;
    const later = markers.filter(({ offset }) => offset > page.minute).length;
    return [...rows.slice(0, later), led(page), ...rows.slice(later)];
  };
}

/** The minute to which a link led, among what happened before and after it. */
const led = ({ app, minute }) =>
  h(
    'li',
    {
      key: 'minute',
      class: 'led',
      'aria-current': 'true',
      created: (node) => requestAnimationFrame(() => node.scrollIntoView({ block: 'center' })),
    },
    h('time', null, app.f.offset(minute)),
    h('b', null, t('markers.led')),
  );
