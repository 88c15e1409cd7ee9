/** What an editor says when the room has moved on, or what it edits has gone, while somebody writes in it. */
import { h } from '../../ui/dom.js';
import { stranded } from '../../ui/stranded.js';
import { t } from '../../ui/words.js';
import { stationName } from './announce.js';

/** What has become of a record that somebody edits, in words; null while it is there to be edited. `what`: 'Card' or 'Solution'. */
export function fateOf(record, what) {
  if (!record) return t(`room.gone${what}`);
  return record.erased ? t(`room.erased${what}`) : null;
}

/**
 * `{stuck, note}`: whether nothing can be saved here any more, and what is said about it. `gone`: the words where the
 * record is no longer there, else null; `may`: whether it may still be changed; `anew`: a way to use the text all the same.
 */
export function leftBehind({ app, ui, room }, { gone, may, text, anew, drop }) {
  const letGo = { words: t('letGo'), act: drop };
  if (gone) return { stuck: true, note: stranded(app, gone, text, [anew, letGo]) };
  if (!may) {
    return { stuck: true, note: stranded(app, t('room.cannotSave', { phase: stationName(room) }), text, [letGo]) };
  }
  const note = ui.looking.isHeld &&
    h('p', { class: 'stranded', role: 'status', key: 'held' }, t('room.heldBack', { phase: stationName(room) }));
  return { stuck: false, note };
}
