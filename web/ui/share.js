/** A link to be passed on: as a code for a phone's camera, as text, by the clipboard. */
import { h } from './dom.js';
import { icon } from './icon.js';
import { loadScript } from './load.js';
import { isOwnOnly } from './reach.js';
import { t } from './words.js';

export function share(app, link, { note } = {}) {
  let copied = false;
  let cells = null;
  loadScript('/vendor/qrcode/qrcode.js').then(() => {
    const code = globalThis.qrcode(0, 'M');
    code.addData(link);
    code.make();
    cells = code;
    app.draw();
  }, () => null);

  async function copy(event) {
    const input = event.currentTarget.parentNode.querySelector('input');
    try {
      await navigator.clipboard.writeText(link);
      copied = true;
    } catch {
      // Without TLS there is no clipboard: select the text, and try the old way.
      input.select();
      copied = document.execCommand('copy');
    }
    app.draw();
  }

  return () =>
    h(
      'div',
      { class: 'share', key: link },
      h('div', { class: 'code' }, cells && picture(cells)),
      h(
        'div',
        { class: 'line' },
        h('input', {
          readonly: true,
          value: link,
          'aria-label': t('share.link'),
          onfocus: (event) => event.currentTarget.select(),
        }),
        h(
          'button',
          { class: 'primary', type: 'button', onclick: copy },
          icon(copied ? 'tick' : 'copy'),
          copied ? t('copied') : t('copy'),
        ),
      ),
      isOwnOnly(new URL(link).hostname) &&
        h('p', { class: 'warning', role: 'note' }, t('share.ownOnly', { host: new URL(link).host })),
      note && h('p', { class: 'quiet-text tiny' }, note),
    );
}

/** Always dark on white, with the quiet margin cameras need. */
function picture(code) {
  const size = code.getModuleCount();
  let d = '';
  for (let y = 0; y < size; y++) {
    for (let x = 0; x < size; x++) if (code.isDark(y, x)) d += `M${x + 4} ${y + 4}h1v1h-1z`;
  }
  return h(
    'svg',
    { viewBox: `0 0 ${size + 8} ${size + 8}`, role: 'img', 'aria-label': t('share.code') },
    h('rect', { width: size + 8, height: size + 8, fill: '#fff' }),
    h('path', { d, fill: '#000' }),
  );
}
