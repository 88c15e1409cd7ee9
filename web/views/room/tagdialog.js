/**
 * A card's tags, chosen and typed. What one has changed of them is a draft until it is saved, and goes with what others
 * change meanwhile (tagging.js).
 */
import { ACTS } from '../../core/wire.js';
import { dialog } from '../../ui/dialog.js';
import { h } from '../../ui/dom.js';
import { fieldsIn } from '../../ui/edit.js';
import { onEnter } from '../../ui/ime.js';
import { afterDrawing } from '../../ui/textfield.js';
import { t } from '../../ui/words.js';
import { suggestedTags } from './tags.js';
import { lengthOf, tagsWith, takenApart, without, withWords } from './tagging.js';

const { texts: [, LONGEST], count: [, MOST] } = ACTS['issue.tag'].fields.tags;
const LIMITS = { longest: LONGEST, most: MOST };
const NONE = { text: '', added: [], removed: [] };

export function tagDialog(now, close) {
  const { app, ui, log } = now;
  const issue = now.issues.find(({ id }) => id === ui.opened.dialog.issue);
  if (!issue || issue.erased) {
    return dialog(
      { title: t('room.tags'), close },
      h('p', { class: 'error', role: 'alert' }, t(issue ? 'room.erasedCard' : 'room.goneCard')),
    );
  }
  const key = `tag:${issue.id}`;
  const own = issue.tags ?? [];
  const read = () => ({ ...NONE, ...fieldsIn(app.drafts.read(key)) });
  const change = (changes) => {
    app.drafts.write(key, isNone(changes) ? '' : JSON.stringify(changes));
    if (!changes.text && tagsWith(own, changes).length >= MOST) focusOnSave();
    app.draw();
  };
  /** What is typed is the typist's, until a tag of it is whole. Half a word of an input method is not parted. */
  const type = (text, { isComposing = false } = {}) => {
    const { words, rest } = takenApart(text);
    if (words.length > 0 && !isComposing) return change(withWords(words, own, { ...read(), text: rest }, LIMITS));
    const changes = { ...read(), text };
    app.drafts.type(key, isNone(changes) ? '' : JSON.stringify(changes));
    app.draw();
  };
  const whole = () => {
    const changes = read();
    return withWords(takenApart(changes.text, true).words, own, { ...changes, text: '' }, LIMITS);
  };
  const save = () => {
    const changes = whole();
    const tags = tagsWith(own, changes);
    if (changes.text || tags.length > MOST) return change(changes);
    close();
    if (tags.join() === own.join()) return app.drafts.clear(key);
    // As the server has told them, without what of one's own is on its way.
    const was = now.records.get('issue', issue.id)?.tags ?? [];
    const sent = app.submit(log, 'issue.tag', { issue: issue.id, tags, was }, { slot: `tag ${log} ${issue.id}` });
    sent.answer.then(({ saved }) => saved && app.drafts.clear(key));
  };
  return dialog(
    { title: t('room.tags'), close },
    h('p', { class: 'issue-text quoted' }, issue.text),
    fields(now, { own, changes: read(), revision: app.drafts.revision(key), change, type, whole, save }),
  );
}

function fields(now, { own, changes, revision, change, type, whole, save }) {
  const tags = tagsWith(own, changes);
  const { text } = changes;
  const isFull = tags.length >= MOST;
  const enter = onEnter(() => (text.trim() ? change(whole()) : save()));
  const problem = problemOf(tags, text);
  return h(
    'div',
    { class: 'fields tagging' },
    tags.length > 0 && h(
      'p',
      { class: 'tags', key: 'chosen' },
      tags.map((tag) =>
        h('button', {
          key: tag,
          class: 'tag',
          'aria-label': t('room.untag', { tag }),
          onclick: () => change(without(tag, changes)),
        }, `#${tag} ×`)
      ),
    ),
    h('input', {
      key: 'typed',
      'aria-label': t('room.newTag'),
      placeholder: t(isFull ? 'room.tagsFull' : 'room.newTag', { n: MOST }),
      disabled: isFull && text === '',
      autocomplete: 'off',
      value: text,
      revision,
      'aria-invalid': String(problem !== null),
      ...enter,
      oninput: ({ currentTarget, isComposing }) => type(currentTarget.value, { isComposing }),
      oncompositionend: (event) => (enter.oncompositionend(event), type(event.currentTarget.value)),
    }),
    problem && h('p', { class: 'error', role: 'alert', key: 'problem' }, problem),
    !isFull && suggestions(now, tags, text, (tag) => change(withWords([tag], own, { ...changes, text: '' }, LIMITS))),
    h(
      'p',
      { class: 'row end', key: 'foot' },
      h(
        'span',
        { class: 'grow quiet-text tiny' },
        t('room.tagsHint', { n: MOST, longest: LONGEST }),
        h('br'),
        t('room.tagsSift'),
      ),
      h('button', { class: 'primary', disabled: tags.length > MOST, onclick: save }, t('save')),
    ),
  );
}

function problemOf(tags, text) {
  const word = text.trim().replace(/^[#＃]+/, '');
  if (tags.length > MOST) return t('room.tagsOver', { n: MOST, over: tags.length - MOST });
  if (lengthOf(word) > LONGEST) return t('room.tagLong', { longest: LONGEST, n: lengthOf(word) });
  return tags.length === MOST && word ? t('room.tagUnplaced', { n: MOST, tag: word }) : null;
}

/** Others' tags, narrowed to what is typed; the one that is chosen takes its place. */
function suggestions({ issues }, tags, text, choose) {
  const typed = text.trim().replace(/^[#＃]+/, '').toLowerCase();
  const fitting = suggestedTags(issues)
    .filter(({ tag }) => !tags.includes(tag) && tag.toLowerCase().includes(typed))
    .slice(0, 12);
  return fitting.length > 0 &&
    h(
      'p',
      { class: 'tags', key: 'suggested' },
      fitting.map(({ tag }) => h('button', { key: tag, class: 'tag', onclick: () => choose(tag) }, `#${tag}`)),
    );
}

const isNone = ({ text, added, removed }) => text === '' && added.length + removed.length === 0;
/** The box is closed to whoever has just filled it. */
const focusOnSave = () => afterDrawing(() => document.querySelector('.tagging .primary')?.focus());
