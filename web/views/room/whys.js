/** Why an issue happened: a chain of whys, the last of them what can be changed. */
import { longest } from '../../core/acts.js';
import { h } from '../../ui/dom.js';
import { ghostLine } from '../../ui/ghost.js';
import { Edit } from '../../ui/edit.js';
import { icon } from '../../ui/icon.js';
import { keeping, theirs, toTheChoice } from '../../ui/overtaken.js';
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

/** What is typed is kept as a draft of that why, with what it was begun on. */
function rewording(now, cause, place) {
  const { app, ui, log } = now;
  const record = { id: cause.id, text: cause.whys[place], edited: cause.edited };
  const edit = new Edit(app, { log, op: 'cause.reword', record, draft: `why:${cause.id}:${place}`, begin });
  const newer = edit.newer(record);
  const leave = () => ui.sheet.reword(null);
  const drop = () => (edit.forget(), leave());
  const save = () => {
    const text = edit.fields.text.trim();
    const command = text === '' ? null : edit.command({ text }, newer);
    if (command) acts.reword(now, cause.id, place, text, command.options.on);
    drop();
  };
  return h(
    'div',
    { class: 'grow editing' },
    newer && theirs(newer),
    textField({
      label: t('sheet.rewordWhy', { n: place + 1 }),
      text: edit.fields.text,
      revision: app.drafts.revision(`why:${cause.id}:${place}`),
      maxlength: longest('cause.reword', 'text'),
      focus: true,
      submit: newer ? toTheChoice : save,
      leave,
      write: (text) => edit.change({ text }, { quietly: true }),
    }),
    newer && keeping({ newer, drop, save }),
  );
}

const begin = ({ text }) => ({ text });

/** On its way, or refused with what can be done about it. */
function ghost(now, issue, item) {
  const { app } = now;
  const { text } = item.args;
  // Without a field they stay where they are, to be copied or dropped.
  const isField = may.why(now.room, now.me) && !issue.erased;
  const back = text === undefined || !isField ? null : () => {
    app.drafts.putBack(`why:${issue.id}`, text);
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
