/** The field for one's comment, and the one in which a comment is changed: drafts, names behind an @, Enter sends. */
import { admits, longest } from '../../core/acts.js';
import { h } from '../../ui/dom.js';
import { Edit } from '../../ui/edit.js';
import { ROLES } from '../../ui/marks.js';
import { keeping, theirs, toTheChoice } from '../../ui/overtaken.js';
import { stranded } from '../../ui/stranded.js';
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
  const full = isFull(now, issue) && t(`room.talk.full.${subject.name}`, { n: MOST });
  if (full && app.drafts.read(key) === '') return h('p', { class: 'quiet-text', key: 'full' }, full);
  const isVeiled = issue.anonymous === true && issue.mine === true;
  const text = app.drafts.read(key);
  const say = () => {
    const anonymous = isVeiled && !isNamed(app, key);
    if (full || !send(now, issue, app.drafts.read(key), { anonymous })) return;
    app.drafts.clear(key);
    if (isVeiled) app.drafts.clear(nameOf(key));
    app.draw();
    said?.();
  };
  return h(
    'div',
    { class: 'commenting', key: 'commenting' },
    // What is written when the last one that fits comes stays with its writer.
    full && stranded(app, full, () => app.drafts.read(key), [{ words: t('letGo'), act: () => letGo(now, key) }]),
    field(now, { words: draftOf(app, key), label: t(subject.calls ? 'room.talk.write' : 'room.talk.say'), send: say }),
    h(
      'p',
      { class: 'row' },
      isVeiled && veil(app, key),
      h('span', { class: 'grow quiet-text tiny' }, t('room.talk.hint')),
      h(
        'button',
        { class: text.trim() ? 'primary' : null, disabled: full || !text.trim(), onclick: say },
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

/** What is typed in a draft, for a field. */
const draftOf = ({ drafts }, key) => ({
  name: key,
  text: drafts.read(key),
  revision: drafts.revision(key),
  type: (text) => drafts.type(key, text),
  put: (text) => drafts.write(key, text),
});

/** A field that offers names behind an @. `words`: what is typed in it, and how that changes. */
function field(now, { words, label, send, leave, focus }) {
  const { app } = now;
  const { name, text } = words;
  const choose = (input, name) => {
    const { text, caret } = withName(input.value, input.selectionStart, name);
    words.put(text);
    app.draw();
    requestAnimationFrame(() => (input.focus(), input.setSelectionRange(caret, caret)));
  };
  const found = offering(now, name, text);
  const inputOf = (node) => node.closest('.naming').querySelector('textarea');
  const submit = ({ currentTarget }) => found.length > 0 ? choose(currentTarget, found[0].name) : send();
  return h(
    'div',
    { class: 'naming', key: 'naming' },
    textField({
      label,
      placeholder: label,
      maxlength: LONGEST,
      text,
      revision: `${name} ${words.revision}`,
      focus,
      write: (typed) => (words.type(typed), app.draw()),
      submit,
      leave: found.length > 0 ? () => (dismissed.set(name, text), app.draw()) : leave,
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
function offering(now, field, text) {
  const being = beingNamed(text, text.length);
  return being && dismissed.get(field) !== text ? offered(being.typed, people(now)) : [];
}

// What changes a comment

const begin = ({ text }) => ({ text });

export const isEdited = (now, { id }) => openCommentOf(now).edited?.begun.id === id;

export function openEditor(now, said) {
  const { app, log } = now;
  const draft = `comment-edit:${log}:${said.id}`;
  openCommentOf(now).edit(new Edit(app, { log, op: 'comment.edit', record: said, draft, begin }));
}

/** What is typed of a change, for a field. */
const wordsOf = (edit) => ({
  name: edit.begun.id,
  text: edit.fields.text,
  revision: edit.fields.revision,
  type: (text) => edit.change({ text }),
  put: (text) => edit.change({ text, revision: (edit.fields.revision ?? 0) + 1 }),
});

export function commentEditor(now, issue, said, discussions) {
  const { edited: edit } = openCommentOf(now);
  const newer = edit.newer(said);
  const leave = () => openCommentOf(now).edit(null);
  const drop = () => (edit.forget(), leave());
  const save = () => {
    const text = edit.fields.text.trim();
    if (text === '') return;
    if (edit.command({ text }, newer)) {
      // A name that is named no more is told so by empty lists.
      const { members = [], roles = [] } = calling(now, text);
      const names = discussions.subject.calls && { members, roles };
      discussions.submit(issue.id, 'comment.edit', { comment: said.id, text, ...names });
    }
    drop();
  };
  return h(
    'div',
    { class: 'commenting editing', key: 'editor' },
    newer && theirs(newer),
    field(now, {
      words: wordsOf(edit),
      label: t('room.talk.edit'),
      send: newer ? toTheChoice : save,
      leave,
      focus: true,
    }),
    keeping({ newer, drop, save }),
  );
}

// What comes back

const isFull = (now, { id }) => (discussionsOf(now).talk(id)?.comments ?? 0) >= MOST;

/** Whether there is a field into which words can go back. */
export function takesWords(now, issue) {
  if (issue.erased || isFull(now, issue)) return false;
  return !now.room || admits('comment.post', now.me, { room: now.room, isRevealed: issue.revealed === true });
}

/** A refused comment goes back into the field, its words untouched. */
export function takeBack(now, issue, item) {
  now.app.drafts.putBack(`comment:${now.log}:${issue.id}`, item.args.text);
  now.app.outbox.dismiss(item.id);
  now.ui.sheet?.writeIn('talk');
  now.app.draw();
}

function letGo({ app }, key) {
  app.drafts.clear(key);
  app.draw();
}
