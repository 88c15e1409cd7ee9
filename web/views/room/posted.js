/** A number chosen in the composer is linked once its card exists: the card's id is the server's to give. */
import { acts } from './acts.js';
import { isMine } from './issue.js';

export function linkPosted(app, log) {
  return app.outbox.saved.on((item) => {
    if (item.log !== log || item.op !== 'issue.post' || !item.note?.link) return;
    const issue = postedBy(app.records.log(log), item, app.me);
    if (issue) acts.link({ app, log }, issue.id, item.note.link);
  });
}

/** The card an item became; after a reload its key is unknown and its words tell. */
export function postedBy(records, item, me) {
  const issues = records.all('issue');
  return issues.find((issue) => records.key('issue', issue.id) === item.id) ??
    issues.find((issue) =>
      isMine(issue, me) && !issue.link && issue.text === item.args.text &&
      issue.role === item.args.role
    );
}
