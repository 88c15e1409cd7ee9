/** Above the composer, when the room has moved on: why this card cannot be sent, and what can be done with its words. */
import { over, stranded } from '../../ui/stranded.js';
import { t } from '../../ui/words.js';

export function stuck(now, text, draft) {
  const { app, room } = now;
  const phase = t(`phase.${room.phase}`);
  if (text === '') return over(t('room.cannotWrite', { phase }));
  return stranded(
    app,
    t(room.phase === 'prepare' ? 'room.cannotPostYet' : 'room.cannotPost', { phase }),
    () => app.drafts.read(draft),
    [{ words: t('letGo'), act: () => letGo(now, draft) }],
  );
}

/** What cannot be sent any more is taken away, by its writer. */
function letGo({ app, ui }, draft) {
  app.drafts.clear(draft);
  ui.composing.letGo();
}
