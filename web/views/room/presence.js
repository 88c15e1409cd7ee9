/**
 * Tells the room that I am here, and which issue is open before me. "Writing" is told only for a card that will carry my
 * name: of an anonymous one only that somebody writes.
 */
const STILL_WRITING = 8000;

export function presence(app, log, ui) {
  const tell = () => app.connection.presence.tell(log, ...doing(ui));
  const timer = setInterval(tell, 2000);
  document.addEventListener('visibilitychange', tell);
  tell();
  return () => {
    clearInterval(timer);
    document.removeEventListener('visibilitychange', tell);
    app.connection.presence.tell(log, null);
  };
}

function doing({ composing, opened, sheet }) {
  if (document.hidden) return ['away'];
  const at = { issue: sheet.issue ?? opened.dialog?.issue ?? null };
  if (!composing.isBusy(STILL_WRITING)) return ['reading', at];
  if (composing.fields.anonymous) return ['reading', { ...at, unnamed: true }];
  return ['writing', { ...at, lane: composing.what === 'issue' ? composing.fields.role : null }];
}
