/**
 * Tells the room that I am here, and which issue is open before me. "Writing" is told only for a card that will carry my
 * name: of an anonymous one at most that somebody writes.
 */
const STILL_WRITING = 8000;

export function presence(app, log, ui) {
  const stance = stances(ui);
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

/**
 * What is told from one moment to the next. Where I am stays what it is, whatever I write there without my name: that I
 * went from a card, or came back, just when something anonymous is written would tell who writes. That somebody writes is
 * told of me at no place alone (the server takes the place from whoever it is told of), and not of words that were told
 * under my name before.
 */
export function stances({ composing, opened, sheet }) {
  let isTold = false;
  return () => {
    const at = { issue: sheet.issue ?? opened.dialog?.issue ?? null };
    if (!composing.isBusy(STILL_WRITING)) {
      isTold = false;
      return ['reading', at];
    }
    const { anonymous, role } = composing.fields;
    if (anonymous) return ['reading', at.issue || isTold ? at : { ...at, unnamed: true }];
    isTold = true;
    return ['writing', { ...at, lane: composing.what === 'issue' ? role : null }];
  };
}
