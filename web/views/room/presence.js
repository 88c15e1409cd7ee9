/**
 * Tells the room that I am here. "Writing" is told only for a card that will carry my name: who writes an anonymous
 * one is nobody's business.
 */
const STILL_WRITING = 8000;

export function presence(app, log, ui) {
  const tell = () => app.connection.presence.tell(log, doing(ui.composing));
  const timer = setInterval(tell, 2000);
  document.addEventListener('visibilitychange', tell);
  tell();
  return () => {
    clearInterval(timer);
    document.removeEventListener('visibilitychange', tell);
    app.connection.presence.tell(log, null);
  };
}

function doing(composing) {
  if (document.hidden) return 'away';
  return composing.isWriting(STILL_WRITING) ? 'writing' : 'reading';
}
