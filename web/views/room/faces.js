/** Who has an issue open: a dot a person, as in the room's head. Oneself is not among them. */
import { initialOf } from '../../core/names.js';
import { h } from '../../ui/dom.js';
import { t } from '../../ui/words.js';

export function facesAt(now, issue) {
  const { app, me, at, isLive } = now;
  if (!isLive || !issue) return null;
  const members = [...at].filter(([id, place]) => place === issue.id && id !== me.member).map(([id]) => id).sort();
  if (members.length === 0) return null;
  const names = members.map((id) => app.name(id)).join('、');
  return h(
    'span',
    { class: 'people at-issue', key: 'faces', role: 'img', 'aria-label': t('sheet.alsoHere', { names }), title: names },
    members.slice(0, 6).map((id) => {
      const record = app.directory.get('member', id);
      return h(
        'span',
        { key: id, class: `dot role-${record?.roles?.[0] ?? 'none'}`, 'aria-hidden': 'true' },
        initialOf(record?.name ?? app.name(id)),
      );
    }),
    members.length > 6 && h('span', { class: 'people-count', 'aria-hidden': 'true' }, `${members.length}`),
  );
}
