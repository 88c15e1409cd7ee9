/** Turning the cards: at once where everyone who is here is done, and else asked once more in the same place. */
import { Value } from '../../core/source.js';
import { h } from '../../ui/dom.js';
import { sure } from '../../ui/sure.js';
import { t } from '../../ui/words.js';
import { acts } from './acts.js';

export function turning(now) {
  const asked = now.ui.kept('turning', () => new Value(false));
  const ask = (whether) => {
    asked.value = whether;
    now.app.draw();
  };
  const writing = stillWriting(now);
  // Asked goes on being asked when the last one is done meanwhile: no button turns under a finger.
  if (asked.value) {
    return sure({
      words: writing > 0 ? t('room.revealSure', { n: writing }) : t('room.revealReady'),
      keep: t('room.revealNotYet'),
      go: t('room.revealGo'),
      act: () => acts.reveal(now),
      leave: () => ask(false),
    });
  }
  return h('button', {
    class: 'small primary',
    key: 'reveal',
    onclick: () => writing > 0 ? ask(true) : acts.reveal(now),
  }, t('room.reveal'));
}

/** Of the others who are here, how many have not said that they are done. */
export const stillWriting = ({ present, records, me }) =>
  [...present.keys()].filter((member) => member !== me.member && !records.get('ready', member)).length;
