/** What a screen reader is told, and what everyone is brought back to when the facilitator moves on. */
import { Value } from '../../core/source.js';
import { h } from '../../ui/dom.js';
import { holdsFocus } from '../../ui/focus.js';
import { t } from '../../ui/words.js';

/** A reveal may come as several events: all of its cards are let in. */
const ADMITTING = 3000;

export class Announcements {
  #words = new Value('');

  get words() {
    return this.#words.value;
  }

  say(words) {
    this.#words.value = words;
  }

  draw() {
    return h('div', { class: 'unseen', 'aria-live': 'polite', key: 'announcements' }, this.words);
  }
}

/**
 * A move of the phase, or the turning of the cards, ends looking elsewhere, lets waiting cards in, and is said aloud.
 * Whoever writes in an editor at that moment stays where they are until it is closed (looking.js); whoever writes in the
 * composer keeps it (composer.js).
 */
export function noticeMove(ui, room) {
  const news = ui.looking.notice(room, () => holdsFocus('.editing'));
  if (news) {
    const { moved, turned } = news;
    const said = [moved && t('room.moved', { phase: stationName(room) }), turned && t('room.turned')].filter(Boolean);
    if (said.length > 0) {
      ui.announcements.say(said.join(t('room.comma')));
      ui.columns.admitFor(ADMITTING);
    }
    ui.composing.carry(moved);
    if (moved) ui.columns.siftNoMore();
  }
  if (ui.edits.id === null) ui.looking.release();
}

export function stationName({ phase, step }) {
  return phase === 'data' ? `${t('phase.data')} · ${t(`step.${step ?? 'goals'}`)}` : t(`phase.${phase}`);
}
