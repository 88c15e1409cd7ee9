/** Sheets and scripts that are fetched when first needed: `await loadSheet(url)`, `await loadScript(url)`. */
const loading = new Map();

export function loadSheet(url) {
  if (document.querySelector(`link[rel=stylesheet][href="${url}"]`) && !loading.has(url)) return Promise.resolve();
  return once(url, () => Object.assign(document.createElement('link'), { rel: 'stylesheet', href: url }));
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
