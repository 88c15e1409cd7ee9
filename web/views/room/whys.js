/** Why an issue happened: a chain of whys, the last of them what can be changed. */
import { longest } from '../../core/acts.js';
import { h } from '../../ui/dom.js';
import { ghostLine } from '../../ui/ghost.js';
import { icon } from '../../ui/icon.js';
import { textField } from '../../ui/textfield.js';
import { t } from '../../ui/words.js';
import { acts } from './acts.js';
import { may } from './phases.js';

export function whys(now, issue) {
  const cause = now.records.get('cause', issue.id);
  const said = cause?.whys ?? [];
  const items = now.pending.causes.get(issue.id) ?? [];
  const mayWrite = may.why(now.room, now.me);
  if (said.length + items.length === 0 && !mayWrite) return null;
  return h(
    'section',
    { class: 'sheet-whys', key: 'whys', 'aria-label': t('sheet.part.whys') },
    h(
      'h3',
      null,
      t('sheet.part.whys'),
      h('span', { class: 'quiet-text' }, t('sheet.whysHint')),
      mayWrite && h('button', {
        class: 'quiet small link',
        onclick: () => now.ui.sheet.writeIn('why'),
      }, t(said.length ? 'sheet.oneMoreWhy' : 'sheet.firstWhy')),
    ),
    said.length > 0 && h(
      'ol',
      { class: 'whys' },
      said.map((text, place) =>
        h(
          'li',
          { key: place, class: place === said.length - 1 ? 'last' : null },
          now.ui.sheet.why === place && mayWrite ? rewording(now, cause, place) : row(now, cause, place, text),
        )
      ),
    ),
    items.map((item) => ghost(now, issue, item)),
  );
}

function row(now, cause, place, text) {
  const { room, me, ui } = now;
  const act = (name, words, run) =>
    h('button', { key: name, class: 'quiet tool', 'aria-label': words, title: words, onclick: run }, icon(name));
  return [
    h('span', { class: 'grow' }, text),
    may.why(room, me) && h(
      'span',
      { class: 'tools asking' },
      act('edit', t('sheet.rewordWhy', { n: place + 1 }), () => ui.sheet.reword(place)),
      act('close', t('sheet.dropWhy', { n: place + 1 }), () => acts.dropWhy(now, cause.id, place, cause.edited)),
    ),
  ];
}

/** What is typed is kept as a draft of that why; it is sent with what its writer saw. */
function rewording(now, cause, place) {
  const { app, ui } = now;
  const draft = `why:${cause.id}:${place}`;
  const text = app.drafts.read(draft) || cause.whys[place];
  const leave = () => ui.sheet.reword(null);
  const submit = () => {
    const words = (app.drafts.read(draft) || cause.whys[place]).trim();
    app.drafts.clear(draft);
    if (words !== '' && words !== cause.whys[place]) acts.reword(now, cause.id, place, words, cause.edited);
    leave();
  };
  return textField({
    label: t('sheet.rewordWhy', { n: place + 1 }),
    text,
    revision: app.drafts.revision(draft),
    maxlength: longest('cause.reword', 'text'),
    focus: true,
    submit,
    leave,
    write: (words) => app.drafts.type(draft, words),
  });
}

/** On its way, or refused with what can be done about it. */
function ghost(now, issue, item) {
  const { app } = now;
  const { text } = item.args;
  const back = text === undefined ? null : () => {
    app.drafts.write(`why:${issue.id}`, text);
    app.outbox.dismiss(item.id);
    now.ui.sheet.writeIn('why');
  };
  return h(
    'div',
    { class: `why-ghost ${item.state}`, key: item.id },
    text && h('p', null, text),
    ghostLine(app, item, back ? { words: t('room.takeBack'), back, drops: true } : {}),
  );
}
