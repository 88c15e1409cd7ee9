/** A show is planned: channel, title, start, end. */
import { longest } from '../../core/acts.js';
import { dialog } from '../../ui/dialog.js';
import { h } from '../../ui/dom.js';
import { endingLine, endsEarly } from '../../ui/ending.js';
import { field, select } from '../../ui/field.js';
import { onEnter } from '../../ui/ime.js';
import { byName } from '../../ui/order.js';
import { Submission } from '../../ui/submission.js';
import { t } from '../../ui/words.js';

const HOUR = 3_600_000;
const USUALLY = 4 * HOUR;

export function make(app, { channel, close }) {
  const draft = 'schedule';
  const sent = new Submission(app, { saved: () => (app.drafts.clear(draft), close()) });
  let place = channel;
  let starts = app.f.localInput(evening(app));
  let ends = app.f.localInput(evening(app) + USUALLY);
  /** Until it is told when it ends, it ends as long after its start as most do. */
  let isEndTold = false;

  function startAt(text) {
    starts = text;
    const startsAt = app.f.fromLocalInput(text);
    if (!isEndTold && startsAt !== null) ends = app.f.localInput(startsAt + USUALLY);
  }

  function endAt(text) {
    ends = text;
    isEndTold = true;
  }

  function send() {
    const title = app.drafts.read(draft).trim();
    const startsAt = app.f.fromLocalInput(starts);
    const endsAt = app.f.fromLocalInput(ends);
    if (!title || startsAt === null || endsEarly(startsAt, endsAt)) return;
    sent.send(app.me.directory, 'show.schedule', { channel: place, title, startsAt, endsAt: endsAt ?? undefined });
  }

  const span = () => [app.f.fromLocalInput(starts), app.f.fromLocalInput(ends)];

  const time = (value, change, props) =>
    h('input', {
      type: 'datetime-local',
      value,
      ...props,
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
          field(t('field.startsAt'), time(starts, startAt, { required: true })),
          field(
            t('field.endsAt'),
            time(ends, endAt, { 'aria-invalid': String(endsEarly(...span())), 'aria-describedby': 'schedule-ends' }),
          ),
        ),
        endingLine(app.f, {
          start: span()[0],
          end: span()[1],
          id: 'schedule-ends',
          take: (end) => (endAt(app.f.localInput(end)), app.draw()),
        }),
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
