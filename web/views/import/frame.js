/** The frame of an import: a dialog as large as the page, with what is imported in its head and the ways to another. */
import { modal } from '../../ui/dialog.js';
import { h } from '../../ui/dom.js';
import { icon } from '../../ui/icon.js';
import { sure } from '../../ui/sure.js';
import { t } from '../../ui/words.js';

export function frame(view, content) {
  const { bringing, leave } = view;
  return h(
    'dialog',
    {
      key: 'importing',
      class: `importing is-${bringing.phase}`,
      'aria-label': t('bring.title'),
      ...modal(() => step(view)),
    },
    head(view),
    bringing.leaving && h('div', { class: 'import-leave', key: 'leave' }, asked(view, leave)),
    bringing.isOneOf &&
      h('p', { class: 'warning', key: 'one of', role: 'status' }, t('bring.oneAtATime', { name: bringing.name })),
    content,
  );
}

/** One step back: what is open is closed first. */
function step(view) {
  const { bringing } = view;
  if (bringing.open) bringing.open = null;
  else if (bringing.leaving) return stay(bringing, view.draw);
  else if (bringing.phase === 'stored') return view.close();
  else if (bringing.phase !== 'storing') return view.leave();
  view.draw();
}

function stay(bringing, draw) {
  Object.assign(bringing, { leaving: false, next: null });
  draw();
}

function asked({ bringing, close, draw, bring }) {
  const { next } = bringing;
  return sure({
    words: t(next ? 'bring.nextSure' : 'bring.leaveSure'),
    keep: t('bring.keepOn'),
    go: t(next ? 'bring.readNext' : 'bring.leave'),
    act: () => (next ? bring(next) : close()),
    leave: () => stay(bringing, draw),
  });
}

function head(view) {
  const { bringing, types, leave, close, take } = view;
  const { phase, preview, name } = bringing;
  const busy = phase === 'storing';
  const mayTurn = !busy && phase !== 'stored';
  return h(
    'header',
    { class: 'import-head' },
    h('button', {
      class: 'quiet icon-only',
      type: 'button',
      disabled: busy,
      'aria-label': t('close'),
      onclick: phase === 'stored' ? close : leave,
    }, icon('back')),
    h(
      'div',
      { class: 'grow' },
      h('h2', { tabindex: '-1', autofocus: true }, t('bring.titleOf', { name: name || t('bring.pastedTable') })),
      h(
        'p',
        { class: 'quiet-text tiny' },
        [preview && about(preview), isNothingStored(bringing) && t('bring.notStored')].filter(Boolean).join(' · '),
      ),
    ),
    mayTurn && phase !== 'paste' &&
      h(
        'button',
        { class: 'quiet small', key: 'paste', type: 'button', onclick: () => take({ text: null }) },
        icon('copy'),
        h('span', { class: 'wide' }, t('bring.toPaste')),
      ),
    mayTurn &&
      h(
        'label',
        { class: 'button quiet small file', key: 'file' },
        icon('upload'),
        h('span', { class: 'wide' }, t('bring.otherFile')),
        h('input', {
          type: 'file',
          class: 'unseen',
          accept: types,
          onchange: (event) => {
            const [file] = event.currentTarget.files;
            if (file) take({ file });
            event.currentTarget.value = '';
          },
        }),
      ),
  );
}

const isNothingStored = ({ phase, preview, isSent }) =>
  phase !== 'stored' && !isSent && !preview?.known && !preview?.unfinished;

function about({ platform, parts, size, encoding }) {
  const sheets = new Set(parts.flatMap((part) => part.sheets ?? []).filter(Boolean));
  return [
    platform?.zh,
    sheets.size > 0 && t('bring.sheets', { n: sheets.size }),
    size !== undefined && sizeOf(size),
    /^(xlsx?$|utf-?8)/i.test(encoding) ? null : encoding,
  ].filter(Boolean).join(' · ');
}

export const sizeOf = (bytes) =>
  bytes < 1_000_000
    ? t('bring.size.kb', { n: Math.max(1, Math.round(bytes / 1024)) })
    : t('bring.size.mb', { n: Number((bytes / 1_048_576).toFixed(1)) });
