/** To which channel a list belongs, where the place from which it came does not say it. */
import { h } from '../../ui/dom.js';
import { t } from '../../ui/words.js';

const nameOf = ({ app }, channel) => app.directory.get('channel', channel)?.name ?? channel;

export function whereTo(view) {
  const { bringing } = view;
  return h(
    'main',
    { key: 'where', class: 'import-message' },
    h('h3', { id: 'import-where' }, t('bring.where')),
    h(
      'div',
      { class: 'chips', role: 'group', 'aria-labelledby': 'import-where' },
      bringing.channels.map((channel) =>
        h(
          'button',
          { key: channel, type: 'button', onclick: () => bringing.chooseChannel(channel) },
          nameOf(view, channel),
        )
      ),
    ),
  );
}

export function channelChoice(view) {
  const { bringing } = view;
  if (!bringing.isList) return null;
  if (bringing.channels.length < 2) return h('p', { class: 'quiet-text' }, nameOf(view, bringing.where.channel));
  return h(
    'label',
    { class: 'field' },
    h('span', null, t('bring.channel')),
    h(
      'select',
      { value: bringing.where.channel, onchange: (event) => bringing.chooseChannel(event.currentTarget.value) },
      bringing.channels.map((channel) => h('option', { key: channel, value: channel }, nameOf(view, channel))),
    ),
  );
}
