/**
 * Tells the room that I am here, and which issue is open before me. "Writing" is told only for a card that will carry my
 * name: of an anonymous one only that somebody writes, and no place.
 */
const STILL_WRITING = 8000;

export function presence(app, log, ui) {
  const stance = stances(app, log, ui);
  const tell = () => app.connection.presence.tell(log, ...(document.hidden ? ['away'] : stance()));
  const timer = setInterval(tell, 2000);
  document.addEventListener('visibilitychange', tell);
  tell();
  return () => {
    clearInterval(timer);
    document.removeEventListener('visibilitychange', tell);
    app.connection.presence.tell(log, null);
  };
}

/** What is told from one moment to the next. Who wrote without a name comes back to a place with the next card they open. */
export function stances(app, log, { composing, opened, sheet, edits }) {
  let silent = null;
  return () => {
    const issue = sheet.issue ?? opened.dialog?.issue ?? null;
    const isWriting = composing.isBusy(STILL_WRITING);
    const isUnnamed = isWriting && composing.fields.anonymous;
    if (isUnnamed || isUnnamedAt(issue)) silent = issue;
    else if (silent !== issue) silent = null;
    const at = { issue: silent === null ? issue : null };
    if (isUnnamed) return ['reading', { ...at, unnamed: true }];
    if (!isWriting) return ['reading', at];
    return ['writing', { ...at, lane: composing.what === 'issue' ? composing.fields.role : null }];
  };

  /** Whether I change my anonymous card, or say something there without my name: nobody but its author may. */
  function isUnnamedAt(id) {
    const issue = id && app.records.log(log).get('issue', id);
    if (!issue?.anonymous || !issue.mine) return false;
    return edits.id === id || app.drafts.read(`comment:${log}:${id}:anonymous`) !== '' ||
      app.drafts.about(`comment-edit:${log}`).length > 0;
  }
}
