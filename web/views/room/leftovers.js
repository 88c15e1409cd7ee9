/** Changes of cards and solutions that can no longer be saved and whose editor is not in sight: shown until they are let go. */
import { h } from '../../ui/dom.js';
import { fieldsIn } from '../../ui/edit.js';
import { stranded } from '../../ui/stranded.js';
import { t } from '../../ui/words.js';
import { stationName } from './announce.js';
import { may } from './phases.js';

export function leftovers(now) {
  const left = now.app.drafts.about('edit').map((id) => leftover(now, id)).filter(Boolean);
  return left.length > 0 &&
    h('section', { key: 'leftovers', class: 'room-composer', 'aria-label': t('room.leftovers') }, left);
}

function leftover(now, id) {
  const { app, room } = now;
  const record = lost(now, id);
  const { text = '' } = fieldsIn(app.drafts.read(`edit:${id}`));
  if (!record || text === '' || text === record.text) return null;
  return h(
    'div',
    { key: id },
    stranded(app, t('room.leftover', { phase: stationName(room), text }), () => text, [{
      words: t('letGo'),
      act: () => letGo(now, id),
    }]),
  );
}

/** The record of this room whose change is lost; null while it can be changed, is on its way, or has its editor in sight. */
function lost({ ui, records, room, me, page, pending }, id) {
  const issue = records.get('issue', id);
  const record = issue ?? records.get('solution', id);
  if (!record || pending.changes.has(id)) return null;
  if (ui.edits.is(id) && (page === 'solve' || (issue && page === 'board'))) return null;
  return (issue ? may.edit : may.change)(room, record, me) ? null : record;
}

function letGo({ app, ui }, id) {
  app.drafts.clear(`edit:${id}`);
  ui.edits.forget(id);
  if (ui.edits.is(id)) ui.edits.close();
  app.draw();
}
