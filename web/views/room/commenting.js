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

/** Where one says something of the card: for `ui.parts.get(app, 'commenting')`. `said()` hears that something was. */
export function commentField(now, issue, { said } = {}) {
  const { app, log } = now;
  const key = `comment:${log}:${issue.id}`;
  const { subject } = discussionsOf(now);
  if ((discussionsOf(now).talk(issue.id)?.comments ?? 0) >= MOST) {
    return h('p', { class: 'quiet-text', key: 'full' }, t(`room.talk.full.${subject.name}`, { n: MOST }));
  }
  const isVeiled = issue.anonymous === true && issue.mine === true;
  const text = app.drafts.read(key);
  const say = () => {
    const anonymous = isVeiled && !isNamed(app, key);
    if (!send(now, issue, app.drafts.read(key), { anonymous })) return;
    app.drafts.clear(key);
    if (isVeiled) app.drafts.clear(nameOf(key));
    app.draw();
    said?.();
  };
  return h(
    'div',
    { class: 'commenting', key: 'commenting' },
    field(now, { key, label: t(subject.calls ? 'room.talk.write' : 'room.talk.say'), send: say }),
    h(
      'p',
      { class: 'row' },
      isVeiled && veil(app, key),
      h('span', { class: 'grow quiet-text tiny' }, t('room.talk.hint')),
      h(
        'button',
        { class: text.trim() ? 'primary' : null, disabled: !text.trim(), onclick: say },
        t('room.talk.send'),
      ),
    ),
  );
}

const nameOf = (key) => `${key}:named`;
const isNamed = (app, key) => app.drafts.read(nameOf(key)) !== '';

/** Whose card is anonymous speaks there without a name, until they say otherwise of the comment they write. */
function veil(app, key) {
  const named = isNamed(app, key);
  const turn = () => (app.drafts.type(nameOf(key), named ? '' : '{"named":true}', { words: false }), app.draw());
  return h(
    'span',
    { class: 'veil', key: 'veil' },
    h(
      'button',
      {
        type: 'button',
        class: 'quiet pin',
        'aria-pressed': String(!named),
        title: t('room.talk.veiled'),
        onclick: turn,
      },
      named ? '○' : '◉',
      ' ',
      t('room.anonymous'),
    ),
    h(
      'span',
      { class: named ? 'nudge tiny' : 'quiet-text tiny', role: 'status' },
      t(`room.talk.${named ? 'named' : 'veiled'}`),
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
      revision: `${key} ${app.drafts.revision(key)}`,
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
