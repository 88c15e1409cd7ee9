/** A show that is over leads on to its review: into the room there is, or for who may open one, to opening it. */
import { h } from '../../ui/dom.js';
import { t } from '../../ui/words.js';
import { make } from '../lobby/review.js';

/** Here nothing is told of other shows but what is listed. */
const NO_SUMMARIES = { get: () => undefined };

export function reviewing(page) {
  const { app, log } = page;
  let dialog = null;

  const close = () => ((dialog = null), app.draw());
  function open() {
    const { channel } = page.show;
    dialog = make(app, { channel, show: log, summaries: NO_SUMMARIES, close });
    app.draw();
  }

  /** As long as it is not known which rooms there are, nobody is led to a second one. */
  function way() {
    const { channel } = page.show;
    const [room] = app.listed.rooms.filter(({ shows }) => shows.includes(log))
      .sort((one, other) => other.openedAt - one.openedAt);
    if (room) return h('a', { class: 'button primary', href: `/room/${room.id}` }, t('lobby.enterRoom'));
    if (!app.may('room.open') || !app.listed.isHere([channel])) return null;
    return h('button', { class: 'primary', onclick: open }, t('lobby.openRoom'));
  }

  function offer() {
    const leads = way();
    return leads && h('p', { class: 'onward', key: 'onward' }, h('span', { class: 'grow' }, t('show.over')), leads);
  }

  return { offer, dialogs: () => dialog?.() };
}
