/** One comment: who, when, what, the words said of it, and what may be done with it. */
import { admits } from '../../core/acts.js';
import { initialOf } from '../../core/names.js';
import { h } from '../../ui/dom.js';
import { ghostWays } from '../../ui/ghost.js';
import { icon } from '../../ui/icon.js';
import { rich } from '../../ui/rich.js';
import { itemState } from '../../ui/status.js';
import { tombstone } from '../../ui/tombstone.js';
import { t } from '../../ui/words.js';
import { commentEditor, isEdited, openEditor, takeBack, takesWords } from './commenting.js';
import { parseMinute } from './minutes.js';
import { reactions } from './reactions.js';
import { openCommentOf } from './opencomment.js';

export function comment(now, issue, said, discussions) {
  const { app, f } = now;
  const { item } = said;
  return h(
    'li',
    { key: said.id, class: ['comment', item && item.state].filter(Boolean).join(' '), 'data-comment': said.id },
    face(now, said),
    h(
      'div',
      { class: 'comment-body' },
      h(
        'p',
        { class: 'comment-head' },
        h('b', null, who(now, said)),
        said.at && h('time', null, f.time(said.at)),
        said.changed && h('span', { class: 'quiet-text' }, t('room.talk.changed')),
        item && itemState(item),
        item && ghostWays(app, item, {
          words: t('room.takeBack'),
          back: said.isGhost && takesWords(now, issue) ? () => takeBack(now, issue, item) : null,
          drops: true,
        }),
        !item && tools(now, issue, said, discussions),
      ),
      words(now, issue, said, discussions),
      discussions.subject.calls && !said.isGhost && !said.erased &&
        reactions(now, said.reactions, reactor(now, issue, said, discussions), {
          isFolded: openCommentOf(now).unfolded !== said.id,
        }),
    ),
  );
}

function words(now, issue, said, discussions) {
  if (said.erased) return tombstone(now.app, said.erased);
  if (isEdited(now, said)) return commentEditor(now, issue, said, discussions);
  return h(
    'div',
    { class: 'rich', key: 'words' },
    rich(said.text, { names: called(now, said), minute: pointing(now) }),
  );
}

/** Whom it calls, as they are called now. */
function called({ app }, { mentions, item }) {
  const { members = [], roles = [] } = mentions ?? item?.args ?? {};
  return [...members.map((member) => app.name(member)), ...roles.map((role) => app.roleName(role))];
}

/** A minute of the show that is named is one to be looked at. */
const pointing = ({ ui, show }) => (text) => {
  const at = parseMinute(text, show?.lasts);
  return at === null ? null : () => ui.pointing.pointAt(at);
};

const isMine = ({ me }, { by, mine }) => mine === true || by === me.member;

function who(now, said) {
  if (isMine(now, said)) return said.anonymous ? `${t('room.me')} · ${t('room.anonymous')}` : t('room.me');
  return said.anonymous ? t('room.talk.author') : now.app.name(said.by);
}

function face(now, said) {
  const isNamed = said.by && !said.anonymous;
  return h('span', { class: 'face', 'aria-hidden': 'true' }, isNamed ? initialOf(now.app.name(said.by)) : '·');
}

function reactor(now, issue, said, discussions) {
  if (!admits('comment.react', now.me, { room: now.room })) return null;
  return (word, on) =>
    discussions.submit(issue.id, 'comment.react', { comment: said.id, word, on }, {
      slot: `react ${now.log} ${said.id} ${word}`,
    });
}

function tools(now, issue, said, discussions) {
  const { me, room, ui } = now;
  const may = (op) => !said.erased && admits(op, me, { room, isAuthor: isMine(now, said) });
  const act = (name, label, run) =>
    h('button', { key: name, class: 'quiet tool', 'aria-label': label, title: label, onclick: run }, icon(name));
  const withdraw = () => discussions.submit(issue.id, 'comment.withdraw', { comment: said.id });
  return h(
    'span',
    { class: 'tools' },
    discussions.subject.calls && may('comment.react') &&
      act('plus', t('room.talk.react'), () => openCommentOf(now).unfold(said.id)),
    may('comment.edit') && act('edit', t('edit'), () => openEditor(now, said)),
    may('comment.withdraw') && act('close', t('room.talk.withdraw'), withdraw),
    may('comment.erase') &&
      act('erase', t('erasing.title'), () => ui.opened.show({ name: 'eraseComment', id: said.id, text: said.text })),
  );
}
