/** What a screen reader is told, and what everyone is brought back to when the facilitator moves on. */
import { h } from '../../ui/dom.js';
import { holdsFocus } from '../../ui/focus.js';
import { t } from '../../ui/words.js';
import { pageOf } from './phases.js';

/** A reveal may come as several events: all of its cards are let in. */
const ADMITTING = 3000;

export function announcements(ui) {
  return h('div', { class: 'unseen', 'aria-live': 'polite', key: 'announcements' }, ui.said);
}

/**
 * A move of the phase, or the turning of the cards, ends looking elsewhere, lets waiting cards in, and is said aloud.
 * Whoever writes in an editor at that moment stays where they are until it is closed; whoever writes in the composer
 * keeps it (composer.js).
 */
export function noticeMove(ui, room) {
  const before = ui.seen;
  const at = `${room.phase} ${room.step ?? ''}`;
  const turned = room.revealed === true;
  const moved = before !== null && before.at !== at;
  const news = [
    moved && t('room.moved', { phase: stationName(room) }),
    before !== null && turned && !before.turned && t('room.turned'),
  ].filter(Boolean);
  if (before !== null && news.length === 0) return;
  if (news.length > 0) {
    ui.said = news.join(t('room.comma'));
    ui.admitUntil = performance.now() + ADMITTING;
  }
  ui.seen = { at, turned };
  const stays = ui.station !== null && holdsFocus('.editing') && pageOf(ui.looking ?? ui.station) !== pageOf(room);
  ui.looking = stays ? (ui.looking ?? ui.station) : null;
  ui.held = stays;
  ui.carried = moved && ui.composing !== null;
  ui.station = { phase: room.phase, step: room.step };
  ui.writing.card = false;
}

/** The editor that kept its writer behind is closed: off to where everyone is. */
export function release(ui) {
  if (!ui.held || ui.editing !== null) return;
  ui.held = false;
  ui.looking = null;
}

export function stationName({ phase, step }) {
  return phase === 'data' ? `${t('phase.data')} · ${t(`step.${step ?? 'goals'}`)}` : t(`phase.${phase}`);
}
