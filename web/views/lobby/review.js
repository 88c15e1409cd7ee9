/** A room is opened for one show, or for several of a week or a month. */
import { longest } from '../../core/acts.js';
import { dialog } from '../../ui/dialog.js';
import { h } from '../../ui/dom.js';
import { field } from '../../ui/field.js';
import { onEnter } from '../../ui/ime.js';
import { Submission } from '../../ui/submission.js';
import { sure } from '../../ui/sure.js';
import { t } from '../../ui/words.js';
import { templatePicker } from './templates.js';
import { startOf } from './stage.js';

const OFFERED = 14;

export function make(app, { channel, show, summaries, close }) {
  const at = (one) => startOf(one, summaries.get(one.id));
  const shows = app.listed.shows.filter((one) => one.channel === channel).sort((one, other) => at(other) - at(one));
  const first = shows.findIndex((one) => one.id === show);
  const offered = shows.slice(Math.max(0, first - 3), Math.max(0, first - 3) + OFFERED);
  const draft = `review:${show}`;
  const picker = templatePicker(app, channel);
  let chosen = [show];
  let votes = '5';
  let template = 'review';
  /** What was to be done while a template stood there unsaved. */
  let asked = null;
  const sent = new Submission(app, {
    saved: () => {
      app.drafts.clear(draft);
      const room = app.listed.rooms.filter((one) =>
        one.by === app.me.member && one.shows.join() === chosen.join()
      ).sort((one, other) =>
        other.openedAt - one.openedAt
      )[0];
      close();
      if (room) app.go(`/room/${room.id}`);
    },
  });

  /** A template that is half written goes only when whoever wrote it says so. */
  function unlessUnsaved(act) {
    if (!picker.isUnsaved) return act();
    asked = act;
    app.draw();
  }

  function send() {
    const title = app.drafts.read(draft).trim() || ownTitle();
    const each = Math.min(20, Math.max(1, Math.round(Number(votes)) || 5));
    votes = String(each);
    if (chosen.length > 0) {
      sent.send(app.me.directory, 'room.open', {
        shows: chosen,
        votes: each,
        ...(title ? { title } : {}),
        ...(template === 'review' ? {} : { template }),
      });
    }
  }

  /** In the language of whoever opens it: a room goes by its show, one of several by their days. */
  function ownTitle() {
    const named = chosen.map((id) => app.listed.show(id)).filter(Boolean);
    if (named.length < 2) return t('lobby.roomTitle', { title: [...(named[0]?.title ?? '')].slice(0, 50).join('') });
    const [from, to] = [named[0], named.at(-1)].map((one) => app.f.date(at(one)));
    return from === to ? t('lobby.roomTitle', { title: from }) : t('lobby.severalTitle', { from, to });
  }

  function toggle(id) {
    const set = new Set(chosen);
    set.has(id) ? set.delete(id) : set.add(id);
    // In the order of time, whatever the order of choosing.
    chosen = shows.filter((one) => set.has(one.id)).map((one) => one.id).reverse();
    app.draw();
  }

  return () =>
    dialog(
      { title: t('lobby.openRoom'), close: () => unlessUnsaved(close) },
      h(
        'form',
        { class: 'fields', onsubmit: (event) => (event.preventDefault(), unlessUnsaved(send)) },
        h(
          'fieldset',
          { class: 'checks' },
          h('legend', null, t('lobby.whichShows')),
          offered.map((one) =>
            h(
              'label',
              { key: one.id },
              h('input', { type: 'checkbox', checked: chosen.includes(one.id), onchange: () => toggle(one.id) }),
              h('span', { class: 'grow' }, one.title),
              h('small', { class: 'quiet-text' }, app.f.day(at(one))),
            )
          ),
        ),
        field(
          `${t('field.title')}（${t('optional')}）`,
          h('input', {
            maxlength: longest('room.open', 'title'),
            placeholder: ownTitle(),
            ...app.drafts.field(draft),
            ...onEnter(() => unlessUnsaved(send)),
          }),
        ),
        field(
          t('lobby.votes'),
          h('input', {
            type: 'number',
            min: '1',
            max: '20',
            value: votes,
            oninput: (event) => (votes = event.currentTarget.value),
          }),
        ),
        picker.draw(template, (id) => ((template = id), app.draw())),
        sent.line(),
        asked &&
          sure({
            words: t('template.unsaved'),
            keep: t('template.goBack'),
            go: t(asked === close ? 'template.leave' : 'template.openAnyway'),
            act: asked,
            leave: () => ((asked = null), app.draw()),
          }),
        h(
          'div',
          { class: 'row end' },
          h('button', { class: 'primary', disabled: sent.busy || chosen.length === 0 }, t('lobby.openRoom')),
        ),
      ),
    );
}
