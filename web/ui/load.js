/** Sheets and scripts that are fetched when first needed: `await loadSheet(url)`, `await loadScript(url)`. */
const loading = new Map();
const ofViews = new Set();
/** The medium of sheets that are here and do not apply. */
const UNWORN = 'not all';

/** The files of a view, which would else be found one behind the other, are fetched at once (index.html). Once. */
export function hasten(view) {
  const files = document.querySelector(`template[data-view="${view}"]`);
  if (!files) return;
  document.head.append(files.content);
  files.remove();
}

export function loadSheet(url) {
  return once(url, () => sheet(url));
}

/** The sheet of a view that may be opened later: it applies to nothing until it is worn. */
export function layOut(url) {
  ofViews.add(url);
  return once(url, () => Object.assign(sheet(url), { media: UNWORN }));
}

const sheet = (href) => Object.assign(document.createElement('link'), { rel: 'stylesheet', href });

/** The sheets of the view that is opened: those of other views stop applying, so that names need not be told apart. */
export function wear(urls) {
  for (const url of urls) ofViews.add(url);
  for (const url of ofViews) {
    const link = document.querySelector(`link[rel=stylesheet][href="${url}"]`);
    if (link) link.media = urls.includes(url) ? 'all' : UNWORN;
  }
}

/** A library served under /vendor, which leaves its name on `window` (`Dygraph`, `qrcode`). */
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
