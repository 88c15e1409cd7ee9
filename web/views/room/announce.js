/** What a screen reader is told, and what everyone is brought back to when the facilitator moves on. */
import { h } from '../../ui/dom.js';
import { t } from '../../ui/words.js';

/** A reveal may come as several events: all of its cards are let in. */
const ADMITTING = 3000;

export function announcements(ui) {
  return h('div', { class: 'unseen', 'aria-live': 'polite', key: 'announcements' }, ui.said);
}

/** A move of the phase ends looking elsewhere, lets waiting cards in, and is said aloud. */
export function noticeMove(ui, room) {
  const at = `${room.phase} ${room.step ?? ''} ${room.revealed === true}`;
  if (ui.seen === at) return;
  if (ui.seen !== null) {
    ui.said = t('room.moved', { phase: stationName(room) });
    ui.admitUntil = performance.now() + ADMITTING;
  }
  ui.seen = at;
  ui.looking = null;
  ui.writing.card = false;
}

export function stationName({ phase, step }) {
  return phase === 'data' ? `${t('phase.data')} · ${t(`step.${step ?? 'goals'}`)}` : t(`phase.${phase}`);
}
