/** The field for one's comment, and the one in which a comment is changed: drafts, names behind an @, Enter sends. */
import { longest } from '../../core/acts.js';
import { h } from '../../ui/dom.js';
import { ROLES } from '../../ui/marks.js';
import { textField } from '../../ui/textfield.js';
import { t } from '../../ui/words.js';
import { discussionsOf } from './discussions.js';
import { beingNamed, callable, named, offered, withName } from './mentioning.js';
import { openCommentOf } from './opencomment.js';

const LONGEST = longest('comment.post', 'text');
const MOST = 50;

/** Whom a comment may name. */
function people(now) {
  const { app, present } = now;
  if (!discussionsOf(now).subject.calls) return [];
  return callable(
    ROLES,
    (role) => app.roleName(role),
    app.directory.all('member'),
    (member) => app.name(member),
    present,
  );
}

/** What a comment sends of whom it names. */
function calling(now, text) {
  const { members, roles } = named(text, people(now));
  return { ...(members.length > 0 && { members }), ...(roles.length > 0 && { roles }) };
}

/** Sends it, unless it is empty; answers whether it did. */
function send(now, issue, text, { anonymous = false } = {}) {
  const words = text.trim();
  if (words === '' || [...words].length > LONGEST) return false;
  discussionsOf(now).post(issue.id, { text: words, ...calling(now, words), ...(anonymous && { anonymous }) });
  return true;
}

/** Where one says something of the card: for `ui.parts.get(app, 'commenting')`. */
export function commentField(now, issue) {
  const { app, log } = now;
  const key = `comment:${log}:${issue.id}`;
  const veil = `${key}:anonymous`;
  const { subject } = discussionsOf(now);
  if ((discussionsOf(now).talk(issue.id)?.comments ?? 0) >= MOST) {
    return h('p', { class: 'quiet-text', key: 'full' }, t(`room.talk.full.${subject.name}`, { n: MOST }));
  }
  const mayHide = issue.anonymous === true && issue.mine === true;
  const isHidden = mayHide && app.drafts.read(veil) !== '';
  const text = app.drafts.read(key);
  const say = () => {
    if (!send(now, issue, app.drafts.read(key), { anonymous: isHidden })) return;
    app.drafts.clear(key);
    app.draw();
  };
  return h(
    'div',
    { class: 'commenting', key: 'commenting' },
    field(now, { key, label: t(subject.calls ? 'room.talk.write' : 'room.talk.say'), send: say }),
    h(
      'p',
      { class: 'row' },
      mayHide && h(
        'label',
        { class: 'check' },
        h('input', {
          type: 'checkbox',
          checked: isHidden,
          onchange: ({ currentTarget }) => {
            app.drafts.type(veil, currentTarget.checked ? 'anonymous' : '', { words: false });
            app.draw();
          },
        }),
        h('span', null, t('room.talk.anonymous')),
      ),
      h('span', { class: 'grow quiet-text tiny' }, t('room.talk.hint')),
      h(
        'button',
        { class: text.trim() ? 'primary' : null, disabled: !text.trim(), onclick: say },
        t('room.talk.send'),
      ),
    ),
  );
}

/** A field that offers names behind an @. What is typed is the draft `key`. */
function field(now, { key, label, send, leave, focus }) {
  const { app } = now;
  const choose = (input, name) => {
    const { text, caret } = withName(input.value, input.selectionStart, name);
    app.drafts.write(key, text);
    app.draw();
    requestAnimationFrame(() => (input.focus(), input.setSelectionRange(caret, caret)));
  };
  const found = offering(now, key);
  const inputOf = (node) => node.closest('.naming').querySelector('textarea');
  const submit = ({ currentTarget }) => found.length > 0 ? choose(currentTarget, found[0].name) : send();
  return h(
    'div',
    { class: 'naming', key: 'naming' },
    textField({
      label,
      placeholder: label,
      maxlength: LONGEST,
      text: app.drafts.read(key),
      revision: app.drafts.revision(key),
      focus,
      write: (text) => (app.drafts.type(key, text), app.draw()),
      submit,
      leave: found.length > 0 ? () => (dismissed.set(key, app.drafts.read(key)), app.draw()) : leave,
    }),
    found.length > 0 && h(
      'div',
      { class: 'offered', role: 'group', 'aria-label': t('room.talk.whom') },
      found.map(({ name }) =>
        h('button', {
          key: name,
          type: 'button',
          class: 'chip',
          onclick: ({ currentTarget }) => choose(inputOf(currentTarget), name),
        }, `@${name}`)
      ),
    ),
  );
}

/** The text for which the names were sent away. */
const dismissed = new Map();

/** Names are offered while one is being typed at the end of the text, where nearly everybody types. */
function offering(now, key) {
  const text = now.app.drafts.read(key);
  const being = beingNamed(text, text.length);
  return being && dismissed.get(key) !== text ? offered(being.typed, people(now)) : [];
}

// What changes a comment

const draftOf = ({ log }, { id }) => `comment-edit:${log}:${id}`;

export const isEdited = (now, { id }) => openCommentOf(now).edited === id;

export function openEditor(now, said) {
  if (now.app.drafts.read(draftOf(now, said)) === '') now.app.drafts.write(draftOf(now, said), said.text);
  openCommentOf(now).edit(said.id);
}

export function commentEditor(now, issue, said, discussions) {
  const { app } = now;
  const key = draftOf(now, said);
  const leave = () => (app.drafts.clear(key), openCommentOf(now).edit(null));
  const save = () => {
    const text = app.drafts.read(key).trim();
    if (text === '') return;
    if (text !== said.text) {
      // A name that is named no more is told so by empty lists.
      const { members = [], roles = [] } = calling(now, text);
      const names = discussions.subject.calls && { members, roles };
      discussions.submit(issue.id, 'comment.edit', { comment: said.id, text, ...names });
    }
    leave();
  };
  return h(
    'div',
    { class: 'commenting', key: 'editor' },
    field(now, { key, label: t('room.talk.edit'), send: save, leave, focus: true }),
    h(
      'p',
      { class: 'row end' },
      h('button', { class: 'small', onclick: leave }, t('cancel')),
      h('button', { class: 'small primary', onclick: save }, t('save')),
    ),
  );
}

/** A refused comment goes back into the field, its words untouched. */
export function takeBack(now, issue, item) {
  const key = `comment:${now.log}:${issue.id}`;
  const rest = now.app.drafts.read(key);
  now.app.drafts.write(key, rest ? `${item.args.text}\n${rest}` : item.args.text);
  now.app.outbox.dismiss(item.id);
  now.app.draw();
}
