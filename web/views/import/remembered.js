/** That columns are read as they were chosen another time, and the way to forget it. */
import { ACTS } from '../../core/wire.js';
import { h } from '../../ui/dom.js';
import { t } from '../../ui/words.js';

const FORGET = 'mapping.forget';

export function rememberedLine(view, part) {
  const { app, bringing } = view;
  const n = part.columns.filter(({ remembered }) => remembered).length;
  if (n === 0) return null;
  const log = channelOf(view)?.log;
  const may = FORGET in ACTS && log && app.may(FORGET);
  return h(
    'p',
    { class: 'import-remembered row', key: 'remembered' },
    h('span', { class: 'quiet-text' }, t('bring.rememberedColumns', { n })),
    may &&
      h(
        'button',
        { class: 'small', type: 'button', onclick: () => forget(app, bringing, log, part) },
        t('bring.forget'),
      ),
  );
}

export function channelOf({ app, bringing }) {
  const channel = bringing.where.channel ?? app.records.log(bringing.where.log).only('show')?.channel;
  return channel && app.directory.get('channel', channel);
}

async function forget(app, bringing, log, { kind }) {
  const mapping = `${kind}.${bringing.preview.platform?.key ?? 'other'}`;
  const { saved } = await app.submit(log, FORGET, { mapping }).answer;
  if (saved) bringing.askAgain();
}
