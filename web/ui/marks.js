/** The marks that recur everywhere: role badges, issue kinds. */
import { ROLES } from '../core/wire.js';
import { h } from './dom.js';
import { kindOf } from './kinds.js';
import { t } from './words.js';

export { ENTRY_KINDS, LANES, PHASES, ROLES, STAGES, STEPS } from '../core/wire.js';

/** 运 主 场 中 私, and 全 for everyone's lane: the character carries the role where colour cannot. */
export function roleBadge(app, role) {
  const name = app.roleName(role);
  return h(
    'span',
    { class: `badge role-${role}`, title: name },
    roleMark(role),
    h('span', { class: 'unseen' }, name),
  );
}

const roleMark = (role) =>
  h('span', { 'aria-hidden': 'true' }, role === 'all' ? t('everyoneMark') : t(`roleMark.${role}`));

/** The same beside its name: said once. */
export const roleSign = (role) => h('span', { class: `badge role-${role}` }, roleMark(role));

export function roleBadges(app, roles = []) {
  return h(
    'span',
    { class: 'badges' },
    ROLES.filter((role) => roles.includes(role)).map((role) => roleBadge(app, role)),
  );
}

/** ● 失误 · ？ 困惑 · ★ 经验, or what the room's template calls it. */
export function kindMark(kind, template) {
  const { sense, name } = kindOf(kind, template);
  return h(
    'span',
    { class: `kind kind-${sense}` },
    h('span', { 'aria-hidden': 'true' }, t(`kindMark.${sense}`)),
    ' ',
    name,
  );
}
