/**
 * Whom a comment names: `@` and what a member or a role is called. Pure.
 *
 *     named(text, people)       → { members: [id], roles: [role] }, of `people` as `callable` tells them
 *     beingNamed(text, caret)   → { from, typed }: what stands between the last `@` and the caret; null: nobody is being named
 *     offered(typed, people)    those who are called so, in the order of `people`
 *     withName(text, caret, name) → { text, caret }
 */

/** `[{ name, member? , role? }]`, in the order in which they are offered: who is `present` (`has(member)`), roles, others. */
export function callable(roles, roleName, members, name, present = new Set()) {
  const people = members.filter(({ active }) => active !== false);
  const named = (some) => some.map(({ id }) => ({ member: id, name: name(id) }));
  return [
    ...named(people.filter(({ id }) => present.has(id))),
    ...roles.map((role) => ({ role, name: roleName(role) })),
    ...named(people.filter(({ id }) => !present.has(id))),
  ];
}

/** The longest name counts: who is called 小林 is not named by @小林子. */
export function named(text, people) {
  const longestFirst = [...people].sort((one, other) => other.name.length - one.name.length);
  const found = { members: [], roles: [] };
  for (let at = text.indexOf('@'); at >= 0; at = text.indexOf('@', at + 1)) {
    const one = longestFirst.find(({ name }) => name && text.startsWith(name, at + 1));
    if (!one) continue;
    const [list, id] = one.role ? [found.roles, one.role] : [found.members, one.member];
    if (!list.includes(id)) list.push(id);
  }
  return { members: found.members.slice(0, 20), roles: found.roles };
}

/** A name has no blank and is short: behind more than that nobody is being named any more. */
const TYPED = /(?:^|[^A-Za-z0-9])@([^\s@]{0,20})$/;

export function beingNamed(text, caret) {
  const found = TYPED.exec(text.slice(0, caret));
  return found ? { from: caret - found[1].length - 1, typed: found[1] } : null;
}

export function offered(typed, people, most = 6) {
  const wanted = typed.toLowerCase();
  return people.filter(({ name }) => name.toLowerCase().includes(wanted) && name.toLowerCase() !== wanted)
    .slice(0, most);
}

export function withName(text, caret, name) {
  const { from } = beingNamed(text, caret);
  const begun = `${text.slice(0, from)}@${name} `;
  return { text: begun + text.slice(caret), caret: begun.length };
}
