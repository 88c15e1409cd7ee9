/** Leads invite: which roles, for how long; the link as code and text, and those that are still good. */
import { api } from '../../core/http.js';
import { chips } from '../../ui/chips.js';
import { dialog } from '../../ui/dialog.js';
import { h } from '../../ui/dom.js';
import { field, select } from '../../ui/field.js';
import { roleBadges, ROLES, roleSign } from '../../ui/marks.js';
import { share } from '../../ui/share.js';
import { itemState } from '../../ui/status.js';
import { refusal, t } from '../../ui/words.js';
import { absolute } from './pair.js';

const HOURS = [1, 24, 168, 720];
/** How many may come in by one link, unless somebody asks for less. */
const USES = 50;

export function make(app, { close }) {
  let roles = [...ROLES];
  let hours = '168';
  let lead = false;
  let busy = false;
  let error = null;
  let shared = null;

  const holds = () => ({ time: t(`invite.hours.${hours}`), n: USES });

  async function offer() {
    busy = true;
    error = null;
    app.draw();
    try {
      const { link } = await api('/api/invitations', {
        body: { roles, hours: Number(hours), uses: USES, ...(lead ? { lead } : {}) },
      });
      shared = share(app, absolute(link), { note: `${t('invite.holds', holds())}${t('invite.once')}` });
    } catch (refused) {
      error = refused;
    }
    busy = false;
    app.draw();
  }

  function form() {
    return h(
      'div',
      { class: 'fields', key: 'form' },
      h(
        'div',
        null,
        h('p', { class: 'legend', 'aria-hidden': 'true' }, t('invite.roles')),
        chips({
          label: t('invite.roles'),
          many: true,
          chosen: roles,
          choose: (value) => ((roles = value), app.draw()),
          options: ROLES.map((value) => ({ value, text: app.roleName(value), mark: roleSign(value) })),
        }),
      ),
      h(
        'div',
        { class: 'two' },
        field(
          t('invite.valid'),
          select({
            options: HOURS.map((n) => ({ value: String(n), text: t(`invite.hours.${n}`) })),
            value: hours,
            choose: (value) => ((hours = value), app.draw()),
          }),
        ),
        h(
          'label',
          { class: 'check' },
          h('input', {
            type: 'checkbox',
            checked: lead,
            onchange: (event) => ((lead = event.currentTarget.checked), app.draw()),
          }),
          t('invite.lead'),
        ),
      ),
      error && h('p', { class: 'error', role: 'alert' }, refusal(error)),
      h(
        'div',
        { class: 'row end' },
        h('span', { class: 'grow quiet-text tiny' }, t('invite.holds', holds())),
        h('button', { class: 'primary', disabled: busy || roles.length === 0, onclick: offer }, t('invite.make')),
      ),
    );
  }

  function good() {
    const now = app.clock.now();
    const items = app.outbox.items(app.me.directory);
    const valid = app.directory.all('invitation').filter((one) => !one.revoked && one.expires > now && one.uses > 0)
      .sort((one, other) => one.expires - other.expires);
    if (valid.length === 0) return null;
    return h(
      'section',
      { class: 'valid', key: 'valid' },
      h('h3', null, t('invite.validOnes')),
      h(
        'ul',
        null,
        valid.map((one) => {
          const going = items.find((item) => item.op === 'invitation.revoke' && item.args.invitation === one.id);
          return h(
            'li',
            { key: one.id },
            one.lead && h('span', { class: 'label accent' }, t('members.lead')),
            roleBadges(app, one.roles),
            h('span', { class: 'quiet-text grow' }, t('invite.left', { until: app.f.when(one.expires), n: one.uses })),
            going ? itemState(going) : h('button', {
              class: 'small quiet danger',
              onclick: () => app.submit(app.me.directory, 'invitation.revoke', { invitation: one.id }),
            }, t('invite.revoke')),
          );
        }),
      ),
    );
  }

  return () =>
    dialog(
      { title: t('lobby.invite'), close },
      shared
        ? h(
          'div',
          { class: 'fields', key: 'shared' },
          shared(),
          h('button', { class: 'quiet small', onclick: () => ((shared = null), app.draw()) }, t('invite.another')),
        )
        : form(),
      good(),
    );
}
