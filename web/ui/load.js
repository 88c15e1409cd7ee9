/**
 * Sheets and scripts that are fetched when first needed.
 *
 *     await loadSheet('/css/room/data.css')     it belongs to the view `room`, and applies while that one is worn
 *     wear('room')                              sheets of other views stop applying: names need not be told apart
 *     await loadScript(url)                     a library under /vendor, which leaves its name on `window` (`Dygraph`)
 *     hasten('room')                            the files of a view, which would else be found one behind the other, are
 *                                               fetched at once (index.html); once
 */
const loading = new Map();
/** The medium of sheets that are here and do not apply. */
const UNWORN = 'not all';
/** The view that is shown, null for none of them. A sheet in css/ui or css/import, or of a library, is every view's. */
let worn;

export function hasten(view) {
  const files = document.querySelector(`template[data-view="${view}"]`);
  if (!files) return;
  document.head.append(files.content);
  files.remove();
}

export function loadSheet(url) {
  return once(url, () => {
    const link = Object.assign(document.createElement('link'), { rel: 'stylesheet', href: url });
    const [, view] = /^\/css\/(?!ui\/|import\/)(\w+)/.exec(url) ?? [];
    if (view) link.dataset.view = view;
    if (view && worn !== undefined) fit(link);
    return link;
  });
}

export function wear(view) {
  worn = view;
  for (const link of document.querySelectorAll('link[data-view]')) fit(link);
}

function fit(link) {
  link.media = link.dataset.view === worn ? 'all' : UNWORN;
}

export function loadScript(url) {
  return once(url, () => Object.assign(document.createElement('script'), { src: url }));
}

function once(url, make) {
  if (!loading.has(url)) {
    const element = make();
    const loaded = new Promise((resolve, reject) => {
      element.onload = resolve;
      element.onerror = () => {
        element.remove();
        loading.delete(url);
        reject(new Error(url));
      };
    });
    loading.set(url, loaded);
    document.head.append(element);
  }
  return loading.get(url);
}
