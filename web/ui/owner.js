/** Who answers for an action: a role, and, if wanted, one of its members. */
import { h } from './dom.js';
import { roleBadge, ROLES } from './marks.js';
import { byName } from './order.js';
import { t } from './words.js';

/** `choose({ owner, member })`; `member` null: whoever has the role. */
export function ownerPicker(app, { owner, member, choose }) {
  const members = app.directory.all('member').filter(({ active }) => active !== false).sort(byName);
  return h(
    'div',
    { class: 'row owner-picker' },
    h('p', { class: 'legend' }, t('field.owner')),
    h(
      'div',
      { class: 'picks roles', role: 'radiogroup', 'aria-label': t('field.owner') },
      ROLES.map((role) =>
        h('button', {
          key: role,
          type: 'button',
          class: `quiet role-${role}`,
          title: app.roleName(role),
          role: 'radio',
          'aria-checked': String(owner === role),
          onclick: () => choose({ owner: role, member: null }),
        }, roleBadge(app, role))
      ),
    ),
    h(
      'select',
      {
        class: 'grow',
        value: member ?? '',
        'aria-label': t('due.member'),
        onchange: ({ currentTarget }) => {
          const chosen = members.find(({ id }) => id === currentTarget.value);
          choose({
            owner: chosen && !chosen.roles.includes(owner) ? chosen.roles[0] ?? owner : owner,
            member: chosen?.id ?? null,
          });
        },
      },
      h('option', { value: '' }, t('due.anyone')),
      members.map(({ id }) => h('option', { key: id, value: id }, app.name(id))),
    ),
  );
}
