/** The plan and the real times of a show, as they should have been. What is told in seconds from the start moves along. */
import { dialog } from '../../ui/dialog.js';
import { h } from '../../ui/dom.js';
import { endingLine, endsEarly } from '../../ui/ending.js';
import { field } from '../../ui/field.js';
import { Submission } from '../../ui/submission.js';
import { t } from '../../ui/words.js';

/** Who may plan corrects all of it in one act; who may start and end a show, its real times. */
export function timesDialog(page, close) {
  const { app, log } = page;
  const plans = app.may('show.plan');
  const sent = new Submission(app, { saved: close });
  const { show } = page;
  const text = (ms) => (ms ? app.f.localInput(ms) : '');
  const was = {
    startsAt: text(show.plannedStart),
    endsAt: text(show.plannedEnd),
    start: text(show.start),
    end: text(show.end),
  };
  const now = { ...was };

  /** What differs from what the form began with: to the minute, so that what is not touched keeps its seconds. */
  function changes() {
    const times = Object.fromEntries(
      Object.entries(now).map(([name, text]) => [name, text === '' ? '' : app.f.fromLocalInput(text)]),
    );
    return Object.fromEntries(
      Object.entries(times).filter(([name, value]) => now[name] !== was[name] && value !== null),
    );
  }

  /** From when to when, as it stands in the fields: `end` of what really happened, `endsAt` of the plan. */
  function span(name) {
    const [startsAt, start] = [app.f.fromLocalInput(now.startsAt), app.f.fromLocalInput(now.start)];
    return { start: name === 'end' ? start ?? startsAt : startsAt, end: app.f.fromLocalInput(now[name]) };
  }

  const isEarly = (name) => endsEarly(span(name).start, span(name).end);

  function ending(name) {
    const take = (end) => ((now[name] = app.f.localInput(end)), app.draw());
    return endingLine(app.f, { ...span(name), id: `times-${name}`, take });
  }

  function send() {
    if (isEarly('end') || (plans && isEarly('endsAt'))) return;
    const changed = changes();
    if (Object.keys(changed).length === 0) return close();
    if (plans) return sent.send(log, 'show.plan', changed);
    if ('start' in changed && 'end' in changed) app.submit(log, 'show.start', { at: changed.start });
    return 'end' in changed
      ? sent.send(log, 'show.end', { at: changed.end })
      : sent.send(log, 'show.start', { at: changed.start });
  }

  const input = (name, { required = false, ...props } = {}) =>
    h('input', {
      type: 'datetime-local',
      value: now[name],
      required,
      ...props,
      onchange: (event) => ((now[name] = event.currentTarget.value), app.draw()),
    });

  const endInput = (name) =>
    input(name, { 'aria-invalid': String(isEarly(name)), 'aria-describedby': `times-${name}` });

  return () =>
    dialog(
      { title: t('show.times'), close },
      h(
        'form',
        { class: 'fields', onsubmit: (event) => (event.preventDefault(), send()) },
        plans && [
          field(t('show.plannedStart'), input('startsAt', { required: true })),
          h('div', { key: 'endsAt' }, field(t('show.plannedEnd'), endInput('endsAt')), ending('endsAt')),
        ],
        field(t('show.realStart'), input('start')),
        h('div', { key: 'end' }, field(t('show.realEnd'), endInput('end')), ending('end')),
        h('p', { class: 'quiet-text tiny' }, t('show.timesWhy')),
        sent.line(),
        h('div', { class: 'row end' }, h('button', { class: 'primary', disabled: sent.busy }, t('save'))),
      ),
    );
}
