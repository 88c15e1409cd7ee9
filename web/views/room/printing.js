/** On paper stands what there is: cards that wait come in, and columns have their whole length. */
export function printing(app, ui) {
  function prepare() {
    ui.columns.admitAll();
    ui.unrolling.finish();
    app.drawing.now();
  }
  addEventListener('beforeprint', prepare);
  return () => removeEventListener('beforeprint', prepare);
}
