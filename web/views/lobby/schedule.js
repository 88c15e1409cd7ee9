/** A show is planned: channel, title, start, end. */
import { longest } from '../../core/acts.js';
import { dialog } from '../../ui/dialog.js';
import { h } from '../../ui/dom.js';
import { endAfter } from '../../ui/ending.js';
import { field, select } from '../../ui/field.js';
import { onEnter } from '../../ui/ime.js';
import { byName } from '../../ui/order.js';
import { Submission } from '../../ui/submission.js';
import { t } from '../../ui/words.js';

const HOUR = 3_600_000;

export function make(app, { channel, close }) {
  const draft = 'schedule';
  const sent = new Submission(app, { saved: () => (app.drafts.clear(draft), close()) });
  let place = channel;
  let starts = app.f.localInput(evening(app));
  let ends = app.f.localInput(evening(app) + 4 * HOUR);

  function send() {
    const title = app.drafts.read(draft).trim();
    const startsAt = app.f.fromLocalInput(starts);
    if (!title || startsAt === null) return;
    const endsAt = endAfter(startsAt, app.f.fromLocalInput(ends)) ?? undefined;
    sent.send(app.me.directory, 'show.schedule', { channel: place, title, startsAt, endsAt });
  }

  /** What is recorded, where it is not what stands in the field. */
  function pastMidnight() {
    const [startsAt, given] = [app.f.fromLocalInput(starts), app.f.fromLocalInput(ends)];
    const endsAt = startsAt === null ? given : endAfter(startsAt, given);
    return endsAt !== given &&
      h('p', { class: 'quiet-text tiny', role: 'status' }, t('lobby.endsNextDay', { when: app.f.when(endsAt) }));
  }

  const time = (value, change, required = true) =>
    h('input', {
      type: 'datetime-local',
      value,
      required,
      onchange: (event) => (change(event.currentTarget.value), app.draw()),
    });

  return () =>
    dialog(
      { title: t('lobby.schedule'), close },
      h(
        'form',
        { class: 'fields', onsubmit: (event) => (event.preventDefault(), send()) },
        field(
          t('field.title'),
          h('input', {
            maxlength: longest('show.schedule', 'title'),
            required: true,
            placeholder: t('lobby.titleHint'),
            ...app.drafts.field(draft),
            ...onEnter(send),
            autofocus: true,
          }),
        ),
        field(
          t('lobby.channel'),
          select({
            options: app.directory.all('channel').sort(byName).map(({ id, name }) => ({ value: id, text: name })),
            value: place,
            choose: (value) => ((place = value), app.draw()),
          }),
        ),
        h(
          'div',
          { class: 'two' },
          field(t('field.startsAt'), time(starts, (value) => (starts = value))),
          field(t('field.endsAt'), time(ends, (value) => (ends = value), false)),
        ),
        pastMidnight(),
        sent.line(),
        h('div', { class: 'row end' }, h('button', { class: 'primary', disabled: sent.busy }, t('lobby.schedule'))),
      ),
    );
}

/** Eight in the evening, today or tomorrow: when most shows begin. */
function evening(app) {
  const now = app.clock.now();
  const today = app.f.fromLocalInput(`${app.f.localInput(now).slice(0, 10)}T20:00`);
  return today > now ? today : app.f.fromLocalInput(`${app.f.localInput(now + 24 * HOUR).slice(0, 10)}T20:00`);
}
