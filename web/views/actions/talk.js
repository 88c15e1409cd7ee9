/**
 * What is said of an action, in its sheet: the comments of a room's cards (views/room), of which here nobody is called and no
 * words are said with one tap.
 *
 *     const talk = makeTalk(app, log, action, () => record of the list)     for `parts.get(app, 'talk')`
 *     talk.draw() · talk.close()
 */
import { eraseDialog } from '../../ui/erasing.js';
import { h } from '../../ui/dom.js';
import { t } from '../../ui/words.js';
import { comment } from '../room/comment.js';
import { commentField } from '../room/commenting.js';
import { Discussions } from '../room/discussions.js';
import { OpenComment } from '../room/opencomment.js';
import { undoBar } from '../room/undobar.js';
import { Undoing } from '../room/undoing.js';

const ACTION = { name: 'action', post: 'action.comment', calls: false };

export function makeTalk(app, log, action, told) {
  const undoing = new Undoing(app, log);
  const discussions = new Discussions(app, log, undoing, { subject: ACTION, talkOf: () => told()?.talk });
  const held = { undoing, discussions, openComment: new OpenComment(() => app.draw()) };
  let erasing = null;
  const erase = (asked) => ((erasing = asked), app.draw());
  /** What a room's discussion reads of its room. */
  const now = {
    app,
    log,
    f: app.f,
    get me() {
      return app.me;
    },
    ui: { kept: (name) => held[name], opened: { show: erase } },
  };

  function draw() {
    const { comments, isHere, failed, retry } = discussions.of(action.id);
    return h(
      'section',
      { class: 'discussion', key: 'discussion', 'aria-label': t('room.talk.title') },
      h(
        'h3',
        null,
        t('room.talk.title'),
        comments.length > 0 && [' ', h('span', { class: 'count' }, comments.length)],
      ),
      failed && h(
        'p',
        { class: 'error', role: 'alert', key: 'failed' },
        t('room.talk.failed'),
        ' ',
        h('button', { class: 'small', onclick: retry }, t('status.again')),
      ),
      !isHere && !failed && h('p', { class: 'quiet-text', key: 'loading' }, t('loading')),
      isHere && comments.length === 0 && h('p', { class: 'quiet-text', key: 'none' }, t('room.talk.none')),
      h(
        'ol',
        { class: 'comments', key: 'comments', 'aria-live': 'polite', 'aria-relevant': 'additions' },
        comments.map((one) => comment(now, action, one, discussions)),
      ),
      undoBar(now),
      !told()?.erased && commentField(now, action),
      erasing && eraseDialog(app, {
        kind: 'comment',
        id: erasing.id,
        words: erasing.text,
        close: () => erase(null),
        onward: false,
        send: (args) => discussions.submit(action.id, 'comment.erase', { comment: erasing.id, ...args }),
      }),
    );
  }

  return {
    draw,
    close() {
      undoing.close();
      discussions.close();
    },
  };
}
