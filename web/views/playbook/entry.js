/** One entry: when to use it, what to do, what shows that it works, where it came from. */
import { h } from '../../ui/dom.js';
import { icon } from '../../ui/icon.js';
import { roleBadges } from '../../ui/marks.js';
import { itemState } from '../../ui/status.js';
import { t } from '../../ui/words.js';

const NEXT = { trial: ['inForce', 'retired'], inForce: ['trial', 'retired'], retired: ['trial'] };
const TONE = { trial: 'warn', inForce: 'good', retired: '' };

export function entryCard(app, { log, entry, items, key, edit }) {
  const own = items.filter(item => item.args.entry === entry.id);
  return h('article', { key, class: `entry card is-${entry.status}` },
    h('header', null,
      h('h3', null, h('small', { class: 'quiet-text' }, `${entry.no}. `), entry.title),
      h('span', { class: 'marks' }, h('span', { class: 'label' }, t(`entryKind.${entry.kind}`)), roleBadges(app, entry.roles),
        h('span', { class: `label ${TONE[entry.status]}` }, t(`entryStatus.${entry.status}`)))),
    evidence(app, entry),
    entry.trigger && h('p', { class: 'trigger' }, h('span', { class: 'quiet-text' }, t('playbook.trigger')), entry.trigger),
    h('p', { class: 'words' }, entry.text),
    own.map(item => h('p', { key: item.id, class: 'row' }, itemState(item), item.state === 'refused' && h('button', { class: 'small quiet', onclick: () => app.outbox.dismiss(item.id) }, t('status.drop')))),
    h('footer', null,
      h('small', { class: 'quiet-text grow' },
        entry.stage && `${t(`stage.${entry.stage}`)} · `, t('playbook.version', { n: entry.version }), ` · ${app.name(entry.by)} · ${app.f.date(entry.at)}`,
        entry.origin && [' · ', h('a', { href: `/room/${entry.origin.room}` }, t('playbook.origin', { room: entry.origin.roomTitle ?? '' }))]),
      edit && [
        h('button', { key: 'edit', class: 'small quiet', onclick: edit }, icon('edit'), t('edit')),
        NEXT[entry.status].map(status => h('button', {
          key: status, class: 'small quiet', onclick: () => app.submit(log, 'entry.mark', { entry: entry.id, status }),
        }, t(`playbook.mark.${status}`))),
      ]));
}

/** 平均在线 318人 → 372人 ▲ +17% */
function evidence(app, { evidence = [] }) {
  if (evidence.length === 0) return null;
  return h('ul', { class: 'evidence', 'aria-label': t('playbook.evidence') }, evidence.map(({ metric, before, after, offset }, n) => {
    const gap = before !== undefined && after !== undefined && before !== null ? app.f.gap(after, before, 1) : null;
    return h('li', { key: n }, h('span', null, t(`metric.${metric}`)), ' ',
      h('b', null, [before, after].filter(value => value !== undefined && value !== null).map(value => app.f.metric(metric, value)).join(' → ')),
      gap && h('em', { class: 'gap plain' }, ` ${gap.text}`), offset !== undefined && offset !== null && h('small', null, ` @ ${app.f.offset(offset)}`));
  }));
}
