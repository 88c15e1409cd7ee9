/** An entry works, says a lead: in which show that was seen, and how. Both are asked for; they stay with the entry. */
import { longest } from '../../core/acts.js';
import { api } from '../../core/http.js';
import { dialog } from '../../ui/dialog.js';
import { h } from '../../ui/dom.js';
import { field, select } from '../../ui/field.js';
import { growing } from '../../ui/growing.js';
import { Submission } from '../../ui/submission.js';
import { refusal, t } from '../../ui/words.js';
import { showsSince, toldApart } from './trial.js';

export function verifier(app, { log, entry, close }) {
  const draft = `verify:${entry.id}`;
  const sent = new Submission(app, { saved: () => (app.drafts.clear(draft), close()) });
  let shows = null; // until the server has told which of them began, and when
  let failed = null;
  let show = null;
  let tried = false;

  async function look() {
    failed = null;
    try {
      const { logs } = await api('/api/lobby');
      const summaries = new Map(logs.map(({ log, summary }) => [log, summary]));
      shows = showsSince(entry, {
        shows: app.listed.shows,
        rooms: app.listed.everyRoom,
        summaries,
        now: app.clock.now(),
      });
    } catch (refused) {
      failed = refused;
    }
    app.draw();
  }

  look();

  const note = () => app.drafts.read(draft).trim();
  const lacking = () => [!show && 'seenIn', !note() && 'seenHow'].filter(Boolean);

  function send() {
    tried = true;
    if (lacking().length === 0) {
      sent.send(log, 'entry.mark', { entry: entry.id, status: 'inForce', show, note: note() });
    }
    app.draw();
  }

  return () =>
    dialog({ title: t('playbook.mark.inForce'), close }, shows?.length > 0 ? form(tried ? lacking() : []) : nothing());

  /** Nothing to choose from: not yet, not at all, or nobody has told. */
  function nothing() {
    return h(
      'div',
      { class: 'fields', key: 'nothing' },
      failed
        ? h('p', { class: 'error', role: 'alert' }, refusal(failed))
        : h('p', null, t(shows ? 'playbook.noShowSince' : 'loading')),
      h(
        'div',
        { class: 'row end' },
        failed && h('button', { onclick: () => look() }, t('status.again')),
        h('button', { onclick: close }, t('close')),
      ),
    );
  }

  function form(missing) {
    const words = toldApart(shows, app.f);
    return h(
      'form',
      { class: 'fields', key: 'form', onsubmit: (event) => (event.preventDefault(), send()) },
      h('p', { class: 'quiet-text' }, t('playbook.verifyHint', { title: entry.title })),
      field(
        t('playbook.seenIn'),
        select({
          options: shows.map(({ id }) => ({ value: id, text: words.get(id) })),
          blank: t('playbook.whichShow'),
          value: show,
          'aria-invalid': String(missing.includes('seenIn')),
          choose: (chosen) => ((show = chosen), app.draw()),
        }),
      ),
      field(
        t('playbook.seenHow'),
        growing({
          maxlength: longest('entry.mark', 'note'),
          placeholder: t('playbook.seenHint'),
          'aria-invalid': String(missing.includes('seenHow')),
          ...app.drafts.field(draft, () => tried && app.draw()),
        }),
      ),
      missing.length > 0 && h(
        'p',
        { class: 'error', role: 'alert' },
        missing.map((name) => t('problem.missing', { field: t(`playbook.${name}`) })).join(' '),
      ),
      sent.line(),
      h(
        'div',
        { class: 'row end' },
        h('button', { class: 'primary', disabled: sent.busy }, t('playbook.mark.inForce')),
      ),
    );
  }
}
