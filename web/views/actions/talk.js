/**
 * What is said of an action, in its sheet: the comments of a room's cards (views/room), of which here nobody is called and no
 * words are said with one tap.
 *
 *     const talk = makeTalk(app, log, action, () => record of the list)     for `parts.get(app, 'talk')`
 *     talk.draw() · talk.close()
 */
import { eraseDialog } from '../../ui/erasing.js';
import { commentField } from '../room/commenting.js';
import { commentList } from '../room/commentlist.js';
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

  const erasingDialog = () =>
    erasing && eraseDialog(app, {
      kind: 'comment',
      id: erasing.id,
      words: erasing.text,
      close: () => erase(null),
      onward: false,
      send: (args) => discussions.submit(action.id, 'comment.erase', { comment: erasing.id, ...args }),
    });

  const draw = () =>
    commentList(now, action, discussions, {
      below: [undoBar(now), !told()?.erased && commentField(now, action), erasingDialog()],
    });

  return {
    draw,
    close() {
      undoing.close();
      discussions.close();
    },
  };
}
