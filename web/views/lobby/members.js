/** Who belongs to the organisation. Leads change roles, appoint and remove; everyone may change their own name. */
import { longest } from '../../core/acts.js';
import { api } from '../../core/http.js';
import { chips } from '../../ui/chips.js';
import { dialog } from '../../ui/dialog.js';
import { h } from '../../ui/dom.js';
import { ghostLine } from '../../ui/ghost.js';
import { onEnter } from '../../ui/ime.js';
import { roleBadges, ROLES, roleSign } from '../../ui/marks.js';
import { byName } from '../../ui/order.js';
import { sure } from '../../ui/sure.js';
import { t } from '../../ui/words.js';

const leadsFirst = (one, other) => Number(other.lead ?? false) - Number(one.lead ?? false) || byName(one, other);

export function make(app, { close }) {
  const directory = app.me.directory;
  let open = null;
  let removing = null;
  /** For leads: when each joined and on how many devices they are signed in, which is what tells two of one name apart. */
  let joined = new Map();
  if (app.me.lead) {
    api('/api/members').then((answer) => {
      joined = new Map(answer.members.map((row) => [row.member, row]));
      app.draw();
    }, () => null);
  }

  function rename() {
    const name = app.drafts.read('my-name').trim();
    if (name && name !== app.me.name) app.submit(directory, 'member.rename', { name });
    app.drafts.clear('my-name');
    open = null;
    app.draw();
  }

  function mine() {
    return h(
      'div',
      { class: 'line' },
      h('input', {
        'aria-label': t('members.myName'),
        placeholder: app.me.name,
        maxlength: longest('member.rename', 'name'),
        ...app.drafts.field('my-name'),
        ...onEnter(rename),
      }),
      h('button', { onclick: rename }, t('members.rename')),
    );
  }

  function remove(member) {
    app.submit(directory, 'member.remove', { member: member.id });
    removing = open = null;
    app.draw();
  }

  /** Where several have one name: what tells this one from them. */
  function apart(member, members) {
    const row = joined.get(member.id);
    if (!row || !members.some((other) => other.id !== member.id && other.name === member.name)) return null;
    return [t('members.joined', { time: app.f.when(row.joined) }), t('members.devices', { n: row.devices })].join(
      ' · ',
    );
  }

  function toggle(member) {
    open = open === member.id ? null : member.id;
    removing = null;
    app.draw();
  }

  function controls(member, marks) {
    const lead = app.me.lead;
    const assign = (roles) => app.submit(directory, 'member.assign', { member: member.id, roles });
    const appoint = (isLead) => app.submit(directory, 'member.appoint', { member: member.id, lead: isLead });
    return h(
      'div',
      { class: 'controls' },
      member.id === app.me.member && mine(),
      lead && chips({
        label: t('field.roles'),
        many: true,
        chosen: member.roles,
        choose: assign,
        options: ROLES.map((value) => ({ value, text: app.roleName(value), mark: roleSign(value) })),
      }),
      lead && h(
        'div',
        { class: 'row' },
        h(
          'label',
          { class: 'check grow' },
          h('input', {
            type: 'checkbox',
            checked: Boolean(member.lead),
            onchange: (event) => appoint(event.currentTarget.checked),
          }),
          t('members.isLead'),
        ),
        removing === member.id
          ? sure({
            keep: t('cancel'),
            go: t('members.removeSure', { name: marks ? `${app.name(member.id)} · ${marks}` : app.name(member.id) }),
            act: () => remove(member),
            leave: () => ((removing = null), app.draw()),
          })
          : h('button', {
            key: 'remove',
            class: 'small quiet danger',
            onclick: () => ((removing = member.id), app.draw()),
          }, t('members.remove')),
      ),
    );
  }

  return () => {
    const items = app.outbox.items(directory).filter((item) => item.op.startsWith('member.'));
    const members = app.directory.all('member').filter((member) => member.active).sort(leadsFirst);
    return dialog(
      { title: t('members.title', { n: members.length }), close },
      h(
        'ul',
        { class: 'members' },
        members.map((member) => {
          const may = app.me.lead || member.id === app.me.member;
          const marks = apart(member, members);
          const own = items.filter((item) => (item.args.member ?? app.me.member) === member.id);
          return h(
            'li',
            { key: member.id },
            h(
              'div',
              { class: 'member' },
              h(
                'b',
                { class: 'grow' },
                app.name(member.id),
                member.id === app.me.member && h('small', { class: 'quiet-text' }, ` ${t('members.me')}`),
                marks && h('small', { class: 'quiet-text marks' }, marks),
              ),
              member.lead && h('span', { class: 'label accent' }, t('members.lead')),
              roleBadges(app, member.roles),
              may && h('button', {
                class: 'small quiet',
                'aria-expanded': String(open === member.id),
                onclick: () => toggle(member),
              }, t('edit')),
            ),
            own.map((item) => ghostLine(app, item)),
            open === member.id && controls(member, marks),
          );
        }),
      ),
    );
  };
}
