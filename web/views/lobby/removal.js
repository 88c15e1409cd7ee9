/**
 * A show is removed from the lobby, lists and comparisons: what it holds is told first, and one with questions or a room asks
 * for its title. Nothing is destroyed.
 */
import { dialog } from '../../ui/dialog.js';
import { h } from '../../ui/dom.js';
import { field } from '../../ui/field.js';
import { onEnter } from '../../ui/ime.js';
import { Submission } from '../../ui/submission.js';
import { t } from '../../ui/words.js';

export function make(app, { show: id, summaries, close }) {
  const draft = `remove:${id}`;
  const sent = new Submission(app, { saved: () => (app.drafts.clear(draft), close()) });
  let isWrong = false;

  return () => {
    const show = app.listed.show(id);
    const holds = holdingsOf(summaries.get(id), roomsOf(app, id).map((room) => summaries.get(room.id)));
    // The server may know of a question that the lobby has not told yet.
    const asks = holds.questions > 0 || holds.rooms > 0 || sent.refusal?.code === 'unconfirmed';
    const send = () => {
      isWrong = asks && app.drafts.read(draft).trim() !== show.title;
      if (!isWrong) sent.send(app.me.directory, 'show.hide', asks ? { show: id, title: show.title } : { show: id });
      app.draw();
    };
    return dialog(
      { title: t('lobby.remove'), key: 'remove', close },
      h(
        'form',
        { class: 'fields', onsubmit: (event) => (event.preventDefault(), send()) },
        h('p', null, t('lobby.removeWhy', { title: show.title })),
        told(holds) && h('p', null, t('lobby.holds', { what: told(holds) })),
        asks &&
          field(
            t('lobby.typeTitle', { title: show.title }),
            h('input', {
              'aria-invalid': String(isWrong),
              autocomplete: 'off',
              ...app.drafts.field(draft),
              ...onEnter(send),
              autofocus: true,
            }),
          ),
        isWrong && h('p', { class: 'error', role: 'alert' }, t('lobby.otherTitle')),
        sent.line(),
        h(
          'div',
          { class: 'row end' },
          h('button', { type: 'button', class: 'quiet', onclick: close }, t('cancel')),
          h('button', { class: 'danger', disabled: sent.busy }, t('lobby.remove')),
        ),
      ),
    );
  };
}

const roomsOf = (app, id) => app.listed.everyRoom.filter(({ shows }) => shows.includes(id));

/** What is known of it: `{questions, rooms, cards, hasNumbers}`. */
export function holdingsOf(summary, rooms) {
  return {
    questions: summary?.questions ?? 0,
    rooms: rooms.length,
    cards: rooms.reduce((all, room) => all + (room?.issues ?? 0), 0),
    hasNumbers: Object.keys(summary?.latest ?? {}).length > 0,
  };
}

function told({ questions, rooms, cards, hasNumbers }) {
  return [
    questions > 0 && t('lobby.holdsQuestions', { n: questions }),
    rooms > 0 && t('lobby.holdsRooms', { n: rooms, cards }),
    hasNumbers && t('lobby.holdsNumbers'),
  ].filter(Boolean).join('、');
}
