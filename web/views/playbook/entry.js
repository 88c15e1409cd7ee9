/** One entry: when to use it, what to do, what shows that it works, where it came from. */
import { h } from '../../ui/dom.js';
import { sourced } from '../../ui/figure.js';
import { tombstone } from '../../ui/tombstone.js';
import { ghostLine } from '../../ui/ghost.js';
import { icon } from '../../ui/icon.js';
import { roleBadges } from '../../ui/marks.js';
import { overlaid, targetOf } from '../../ui/pending.js';
import { rich } from '../../ui/rich.js';
import { t } from '../../ui/words.js';
import { known } from './known.js';

const NEXT = { trial: ['inForce', 'retired'], inForce: ['trial', 'retired'], retired: ['trial'] };
const TONE = { trial: 'warn', inForce: 'good', retired: '' };

/** `edit`, `verify` and `erase` for who may. */
export function entryCard(app, { log, entry: record, items, key, edit, verify, erase }) {
  const own = items.filter((item) => targetOf(item) === record.id);
  const entry = overlaid(record, own);
  return h(
    'article',
    { key, class: `entry card is-${entry.status}` },
    h(
      'header',
      null,
      h('h3', null, h('small', { class: 'quiet-text' }, `${entry.no}. `), entry.title),
      h(
        'span',
        { class: 'marks' },
        h('span', { class: 'label' }, t(`entryKind.${entry.kind}`)),
        roleBadges(app, entry.roles),
        h('span', { class: `label ${TONE[entry.status]}` }, t(`entryStatus.${entry.status}`)),
      ),
    ),
    evidence(app, entry),
    entry.trigger &&
      h('p', { class: 'trigger' }, h('span', { class: 'quiet-text' }, t('playbook.trigger')), entry.trigger),
    entry.erased ? tombstone(app, entry.erased) : h('div', { class: 'words rich' }, rich(entry.text)),
    verified(app, entry),
    own.map((item) => ghostLine(app, item)),
    h(
      'footer',
      null,
      h(
        'small',
        { class: 'quiet-text grow' },
        entry.stage && `${t(`stage.${entry.stage}`)} · `,
        t('playbook.version', { n: entry.version }),
        ` · ${app.name(entry.by)} · ${app.f.date(entry.at)}`,
        entry.origin &&
          [
            ' · ',
            h(
              'a',
              { href: `/room/${entry.origin.room}` },
              t('playbook.origin', { room: entry.origin.roomTitle ?? '' }),
            ),
          ],
      ),
      edit && [
        !entry.erased && h('button', { key: 'edit', class: 'small quiet', onclick: edit }, icon('edit'), t('edit')),
        !entry.erased &&
        h('button', { key: 'erase', class: 'small quiet', onclick: erase }, icon('erase'), t('erasing.erase')),
        NEXT[entry.status].map((status) =>
          h('button', {
            key: status,
            class: 'small quiet',
            onclick: status === 'inForce' ? verify : () => app.submit(log, 'entry.mark', { entry: entry.id, status }),
          }, t(`playbook.mark.${status}`))
        ),
      ],
    ),
  );
}

/** The numbers the entry was proposed on. */
function evidence(app, { evidence = [] }) {
  const { f } = app;
  if (evidence.length === 0) return null;
  return h(
    'ul',
    { class: 'evidence', 'aria-label': t('playbook.evidence') },
    evidence.map((item, n) =>
      h(
        'li',
        { key: n },
        h('span', null, t(`metric.${item.metric}`)),
        ' ',
        h('b', null, typeof item.after === 'number' ? asProposed(app, item) : known(f, item)),
        item.offset !== undefined && item.offset !== null && h('small', null, ` @ ${f.offset(item.offset)}`),
      )
    ),
  );
}

function asProposed(app, item) {
  const proposed = () => app.listed.show(item.show) ?? null;
  return sourced(app, { metric: item.metric, value: item.after, proposed, isAside: true }, known(app.f, item));
}

/** In which show a lead saw it work, and how. */
function verified(app, { verified }) {
  if (!verified) return null;
  const show = verified.show && app.listed.show(verified.show);
  return h(
    'p',
    { class: 'verified' },
    h('span', { class: 'quiet-text' }, t('playbook.verified')),
    show && h('a', { href: `/show/${show.id}` }, `${show.title} ${app.f.date(show.startsAt)}`),
    verified.note,
    h('small', { class: 'quiet-text' }, `${app.name(verified.by)} · ${app.f.date(verified.at)}`),
  );
}
