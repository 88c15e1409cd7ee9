/** An entry works, says a lead: in which show that was seen, and how. Both are asked for; they stay with the entry. */
import { api } from '../../core/http.js';
import { dialog } from '../../ui/dialog.js';
import { h } from '../../ui/dom.js';
import { field, growing, select } from '../../ui/field.js';
import { Submission } from '../../ui/submission.js';
import { t } from '../../ui/words.js';
import { hasAired } from '../lobby/stage.js';

export function verifier(app, { log, entry, close }) {
  const draft = `verify:${entry.id}`;
  const sent = new Submission(app, { saved: () => (app.drafts.clear(draft), close()) });
  const planned = app.directory.all('show').filter(show => show.startsAt <= app.clock.now())
    .sort((one, other) => other.startsAt - one.startsAt || (one.id < other.id ? -1 : 1));
  let shows = planned; // until the server has told which of them were on air
  let show = null;
  let tried = false;

  api('/api/lobby').then(({ logs }) => {
    const summaries = new Map(logs.map(({ log, summary }) => [log, summary]));
    shows = planned.filter(one => one.id === show || hasAired(one, summaries.get(one.id)));
    app.draw();
  }, () => {});

  const note = () => app.drafts.read(draft).trim();
  const lacking = () => [!show && 'seenIn', !note() && 'seenHow'].filter(Boolean);

  function send() {
    tried = true;
    if (lacking().length === 0) sent.send(log, 'entry.mark', { entry: entry.id, status: 'inForce', show, note: note() });
    app.draw();
  }

  return () => {
    const missing = tried ? lacking() : [];
    return dialog({ title: t('playbook.mark.inForce'), close }, form(missing));
  };

  function form(missing) {
    return h('form', { class: 'fields', onsubmit: event => (event.preventDefault(), send()) },
      h('p', { class: 'quiet-text' }, t('playbook.verifyHint', { title: entry.title })),
      field(t('playbook.seenIn'), select({
        options: shows.map(one => ({ value: one.id, text: `${app.f.date(one.startsAt)} ${one.title}` })), blank: t('playbook.whichShow'),
        value: show, 'aria-invalid': String(missing.includes('seenIn')), choose: chosen => ((show = chosen), app.draw()),
      })),
      field(t('playbook.seenHow'), growing({
        maxlength: '200', placeholder: t('playbook.seenHint'), 'aria-invalid': String(missing.includes('seenHow')), ...app.drafts.field(draft, () => tried && app.draw()),
      })),
      missing.length > 0 && h('p', { class: 'error', role: 'alert' },
        missing.map(name => t('problem.missing', { field: t(`playbook.${name}`) })).join(' ')),
      sent.line(),
      h('div', { class: 'row end' }, h('button', { class: 'primary', disabled: sent.busy }, t('playbook.mark.inForce'))));
  }
}
