/** The playbook: what the team has distilled, by role and stage, with its evidence; leads write, mark and export. */
import { dialog } from '../ui/dialog.js';
import { h } from '../ui/dom.js';
import { eraseDialog } from '../ui/erasing.js';
import { ghostLine } from '../ui/ghost.js';
import { icon } from '../ui/icon.js';
import { Later } from '../ui/later.js';
import { roleBadge, ROLES, STAGES } from '../ui/marks.js';
import { placesBar, placesTabs } from '../ui/places.js';
import { statusDot } from '../ui/status.js';
import { language, refusedLog, t } from '../ui/words.js';
import { entryCard } from './playbook/entry.js';
import { grouped } from './playbook/order.js';

export const sheets = ['/css/playbook.css', '/css/ui/rich.css', '/css/ui/places.css'];
export const words = ['metrics', 'entries', 'erasing', 'playbook'];

const parts = new Later({
  editor: { load: () => import('./playbook/editor.js').then((it) => it.editor) },
  verifier: { load: () => import('./playbook/verifying.js').then((it) => it.verifier) },
});

export function open(app) {
  let followed = null;
  let stop = null;
  const filter = { role: null, status: 'current' };
  let opened = null; // {part, title, entry, draw?}: the dialog that was asked for
  let erasing = null;

  /** The playbook's log is known once the server has said who we are. */
  function follow() {
    const log = app.me?.playbook;
    if (!log || followed === log) return;
    stop?.();
    followed = log;
    stop = app.connection.follow(log);
  }

  follow();
  const stops = [app.connection.welcomed.on(follow), parts.fetchSoon(app)];

  function show(asked) {
    opened = asked;
    app.draw();
  }

  const close = () => show(null);
  const edit = (entry) => show({ part: 'editor', title: t(entry ? 'playbook.edit' : 'playbook.write'), entry });
  const verify = (entry) => show({ part: 'verifier', title: t('playbook.mark.inForce'), entry });

  function openedDialog() {
    const { part, title, entry } = opened;
    const make = parts.get(app, part);
    if (!make) return dialog({ title, close, wide: part === 'editor' }, parts.without(app, part));
    opened.draw ??= make(app, { log: followed, entry, close });
    return opened.draw();
  }

  function erase(id) {
    erasing = id;
    app.draw();
  }

  /** Asks a lead once more, with the words in sight. */
  function erasure(entry) {
    if (!entry || entry.erased) return null;
    return eraseDialog(app, {
      kind: 'entry',
      id: entry.id,
      onward: false,
      words: `${entry.title}\n${entry.text}`,
      close: () => erase(null),
      send: (args) => app.submit(followed, 'entry.erase', { entry: entry.id, ...args }),
    });
  }

  function narrow(name, value) {
    filter[name] = value;
    app.draw();
  }

  function header(lead) {
    return h(
      'header',
      { class: 'bar' },
      h('a', { class: 'button quiet icon-only', href: '/', 'aria-label': t('back') }, icon('back')),
      h('h1', { class: 'grow' }, t('opening.playbook')),
      placesBar(app, 'playbook'),
      statusDot(app),
      lead &&
        h('button', { onclick: () => edit(null) }, icon('plus'), h('span', { class: 'wide' }, t('playbook.write'))),
      lead && ['md', 'csv'].map((kind) =>
        h(
          'a',
          {
            key: kind,
            class: 'button quiet',
            href: `/api/playbook.${kind}?lang=${language.slice(0, 2)}`,
            download: '',
          },
          icon('download'),
          h('span', { class: 'wide' }, t(`playbook.export.${kind}`)),
          h('span', { class: 'narrow' }, kind.toUpperCase()),
        )
      ),
    );
  }

  function index(entries, groups) {
    const count = (role) => entries.filter((entry) => entry.roles.includes(role)).length;
    return h(
      'nav',
      { class: 'index', 'aria-label': t('playbook.index') },
      h(
        'button',
        {
          key: 'all',
          class: 'quiet',
          'aria-pressed': String(!filter.role),
          onclick: () => narrow('role', null),
        },
        h('span', { class: 'grow' }, t('playbook.allRoles')),
        h('small', null, entries.length),
      ),
      ROLES.map((role) =>
        h(
          'button',
          {
            key: role,
            class: 'quiet',
            'aria-pressed': String(filter.role === role),
            onclick: () => narrow('role', role),
          },
          roleBadge(app, role),
          h('span', { class: 'grow', 'aria-hidden': 'true' }, app.roleName(role)),
          h('small', null, count(role)),
        )
      ),
      h(
        'ul',
        null,
        groups.map(({ name, entries: own }) =>
          h('li', { key: name }, h('a', { href: `#${name}` }, heading(name), ' ', h('small', null, own.length)))
        ),
      ),
    );
  }

  return {
    title: () => t('opening.playbook'),
    close() {
      for (const stop of stops) stop();
      stop?.();
    },
    render() {
      const lead = Boolean(app.me?.lead);
      const records = followed && app.records.log(followed);
      app.listed.follow(app.directory.all('channel').map(({ id }) => id)); // an entry tells in which show it was seen to work
      if (records?.refused) return h('main', { class: 'message' }, h('p', null, refusedLog(records.refused)));
      if (!records || (!records.ready && records.count('entry') === 0)) {
        return [header(lead), h('main', { class: 'message' }, h('p', null, t('loading')))];
      }
      const items = app.outbox.items(followed);
      const all = records.all('entry');
      const current = all.filter((entry) => (filter.status === 'retired') === (entry.status === 'retired'));
      const groups = grouped(current.filter((entry) => !filter.role || entry.roles.includes(filter.role)));
      const retired = all.filter((entry) => entry.status === 'retired').length;
      return [
        header(lead),
        placesTabs(app, 'playbook'),
        h(
          'div',
          { class: 'book' },
          index(current, groups),
          h(
            'main',
            null,
            h(
              'p',
              { class: 'paper', key: 'paper' },
              h('b', null, `${app.organisation?.name ?? ''} · ${t('opening.playbook')}`),
              h('span', null, app.f.date(app.clock.now())),
            ),
            items.filter((item) => item.op === 'entry.write').map((item) =>
              h(
                'article',
                { key: item.id, class: 'entry card ghost' },
                h('h3', null, item.args.title),
                ghostLine(app, item),
              )
            ),
            groups.map(({ name, entries }) =>
              h(
                'section',
                { key: name, id: name, 'aria-labelledby': `title-${name}` },
                h('h2', { id: `title-${name}` }, heading(name)),
                entries.map((entry) =>
                  entryCard(app, {
                    log: followed,
                    entry,
                    items,
                    key: records.key('entry', entry.id),
                    edit: lead && (() => edit(entry)),
                    verify: () => verify(entry),
                    erase: () => erase(entry.id),
                  })
                ),
              )
            ),
            groups.length === 0 && h('p', { class: 'empty' }, all.length ? t('playbook.noMatch') : t('playbook.none')),
            retired > 0 && h(
              'p',
              { class: 'row' },
              h('button', {
                class: 'quiet small',
                onclick: () => narrow('status', filter.status === 'retired' ? 'current' : 'retired'),
              }, filter.status === 'retired' ? t('playbook.showCurrent') : t('playbook.showRetired', { n: retired })),
            ),
          ),
        ),
        opened && openedDialog(),
        erasing && erasure(records.get('entry', erasing)),
      ];
    },
  };
}

function heading(name) {
  return name === 'trial' ? t('playbook.waiting') : STAGES.includes(name) ? t(`stage.${name}`) : t('playbook.anyStage');
}
