/** On paper stands what there is: cards that wait come in, and columns have their whole length. */
export function printing(app, ui) {
  function prepare() {
    for (const gate of Object.values(ui.gates)) gate.admit();
    for (const name of ui.unrolled.keys()) ui.unrolled.set(name, Infinity);
    app.drawNow();
  }
  addEventListener('beforeprint', prepare);
  return () => removeEventListener('beforeprint', prepare);
}
