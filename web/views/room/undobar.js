/** The bar with which the last act is taken back: in the flow of the page, where it covers nothing. */
import { ACTS } from '../../core/wire.js';
import { h } from '../../ui/dom.js';
import { t } from '../../ui/words.js';
import { undoingOf } from './undoing.js';

export { undoingOf };

export function undoBar(now) {
  const undoing = undoingOf(now);
  const { offered, left } = undoing;
  if (!offered || !isInTime(now, offered)) return null;
  return h(
    'div',
    { class: 'undo-place', key: 'undo' },
    h(
      'div',
      { class: 'undo-bar', role: 'status' },
      h('span', { class: 'grow' }, done(offered)),
      h('button', { class: 'quiet', 'aria-label': t('undo.do'), onclick: () => undoing.takeBack() }, [
        t('undo.do'),
        ' ',
        h('span', { 'aria-hidden': 'true' }, String(left)),
      ]),
    ),
  );
}

/** Where the room has gone on, some acts can be taken back no more. What is said of an action stands in no room. */
const isInTime = ({ room }, { undo }) => !room || (ACTS[undo.op]?.phases?.includes(room.phase) ?? true);

const done = ({ op, args }) =>
  op === 'phase.move' ? t('undo.moved', { phase: t(`phase.${args.phase}`) }) : t(`undo.did.${op}`);
