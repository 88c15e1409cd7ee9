/** The organisation's name, its channels with their traffic lights, and what it calls the five roles. */
import { longest } from '../../core/acts.js';
import { dialog } from '../../ui/dialog.js';
import { h } from '../../ui/dom.js';
import { holdsFocus } from '../../ui/focus.js';
import { ghostLine } from '../../ui/ghost.js';
import { icon } from '../../ui/icon.js';
import { onEnter } from '../../ui/ime.js';
import { roleBadge, ROLES } from '../../ui/marks.js';
import { byName } from '../../ui/order.js';
import { t } from '../../ui/words.js';
import { trafficLights } from './thresholds.js';

export function make(app, { close, turnTo }) {
  const directory = app.me.directory;
  const light = trafficLights(app);

  /** A field that is its own form: Enter or leaving it sends what changed. */
  function line(key, label, current, max, send, mark, beside) {
    const draft = `settings:${key}`;
    const commit = () => {
      const typed = app.drafts.read(draft).trim();
      app.drafts.clear(draft);
      if (typed && typed !== current) send(typed);
      app.draw();
    };
    return h(
      'div',
      { class: 'setting', key },
      mark,
      h('input', {
        'aria-label': label,
        maxlength: max,
        value: app.drafts.read(draft) || current,
        revision: app.drafts.revision(draft),
        oninput: (event) => app.drafts.type(draft, event.currentTarget.value),
        onblur: commit,
        ...onEnter((event) => event.currentTarget.blur()),
      }),
      beside,
    );
  }

  function nameOf({ id, name }) {
    const rename = (changed) => app.submit(directory, 'channel.rename', { channel: id, name: changed });
    return line(id, t('lobby.channel'), name, longest('channel.rename', 'name'), rename);
  }

  /** The next one is written in the same field. */
  function addChannel({ currentTarget }) {
    currentTarget.closest('.line').querySelector('input').focus();
    const name = app.drafts.read('channel').trim();
    if (name) app.submit(directory, 'channel.add', { name });
    app.drafts.clear('channel');
    app.draw();
  }

  /** What comes after a channel: its first show. */
  function next() {
    const waiting = app.directory.all('channel').find((channel) =>
      !app.listed.shows.some((one) => one.channel === channel.id)
    );
    return waiting &&
      h(
        'p',
        { class: 'line next', key: 'next' },
        h('span', { class: 'grow' }, t('settings.next', { channel: waiting.name })),
        h('button', { class: 'primary', onclick: () => turnTo('schedule', { channel: waiting.id }) }, t('lobby.first')),
      );
  }

  return () => {
    const lead = app.me.lead || holdsFocus('.setting');
    const may = app.may('channel.add');
    const items = app.outbox.items(directory).filter((item) => /^(channel|organisation)\./.test(item.op));
    return dialog(
      { title: t('lobby.settings'), close },
      h(
        'div',
        { class: 'fields' },
        lead &&
          h(
            'section',
            null,
            h('h3', null, t('settings.name')),
            line(
              'name',
              t('settings.name'),
              app.organisation.name,
              longest('organisation.rename', 'name'),
              (name) => app.submit(directory, 'organisation.rename', { name }),
            ),
          ),
        h(
          'section',
          null,
          h('h3', null, t('settings.channels')),
          app.directory.all('channel').sort(byName).map((channel) =>
            h(
              'div',
              { key: channel.id, class: 'channel-setting' },
              may ? nameOf(channel) : channel.name,
              light(channel),
            )
          ),
          may &&
            h(
              'div',
              { class: 'line' },
              h('input', {
                'aria-label': t('settings.newChannel'),
                placeholder: t('settings.newChannel'),
                maxlength: longest('channel.add', 'name'),
                autofocus: app.directory.count('channel') === 0,
                ...app.drafts.field('channel'),
                ...onEnter(addChannel),
              }),
              h('button', { onclick: addChannel }, icon('plus'), t('add')),
            ),
        ),
        may && next(),
        lead && h(
          'section',
          null,
          h('h3', null, t('settings.labels')),
          ROLES.map((role) => {
            const call = (label) => app.submit(directory, 'organisation.label', { role, label });
            const own = app.organisation.labels?.[role] &&
              h(
                'button',
                { class: 'small quiet', onclick: () => call('') },
                t('settings.ownLabel', { name: t(`role.${role}`) }),
              );
            return line(
              role,
              t(`role.${role}`),
              app.roleName(role),
              longest('organisation.label', 'label'),
              call,
              roleBadge(app, role),
              own,
            );
          }),
        ),
        items.map((item) => ghostLine(app, item)),
      ),
    );
  };
}
