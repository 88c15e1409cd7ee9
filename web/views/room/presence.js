/**
 * Tells the room that I am here. "Writing" is told only for a card that will carry my name: who writes an anonymous
 * one is nobody's business.
 */
const STILL_WRITING = 8000;

export function presence(app, log, ui) {
  const tell = () => app.connection.presence.tell(log, doing(ui));
  const timer = setInterval(tell, 2000);
  document.addEventListener('visibilitychange', tell);
  tell();
  return () => {
    clearInterval(timer);
    document.removeEventListener('visibilitychange', tell);
    app.connection.presence.tell(log, null);
  };
}

export function doing(ui, hidden = document.hidden, now = performance.now()) {
  if (hidden) return 'away';
  const writing = ui.writing.focused && !ui.writing.anonymous && now - (ui.writing.typedAt ?? 0) < STILL_WRITING;
  return writing ? 'writing' : 'reading';
}
