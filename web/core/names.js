/**
 * What members are called where they stand beside others: by their name; where several bear one, with their roles; and
 * where these are the same as well, with the end of their id. It is the same for whoever looks, and stays when others come.
 *
 *     const names = calling(members, role => 'floor' …)   // Map: id → what they are called
 *
 * `members`: all there ever were. What somebody wrote who was removed stays, and is not their namesake's.
 */
const TAG = 4;

/** The same, worked out anew only when members, labels or the language have changed: it is asked for every card. */
export class Names {
  #roleName;
  #directory;
  #members;
  #labels;
  #language;
  #names;

  constructor(roleName) {
    this.#roleName = roleName;
  }

  of(directory, language) {
    const members = directory.version('member');
    const labels = directory.version('organisation');
    if (
      directory !== this.#directory || members !== this.#members || labels !== this.#labels ||
      language !== this.#language
    ) {
      this.#names = calling(directory.all('member'), this.#roleName);
      this.#directory = directory;
      this.#members = members;
      this.#labels = labels;
      this.#language = language;
    }
    return this.#names;
  }
}

export function calling(members, roleName) {
  const bearers = new Map();
  for (const member of members) {
    const others = bearers.get(member.name);
    if (others) others.push(member);
    else bearers.set(member.name, [member]);
  }
  const names = new Map();
  for (const [name, same] of bearers) {
    if (same.length === 1) names.set(same[0].id, name);
    else for (const member of same) names.set(member.id, `${name}（${mark(member, same, roleName)}）`);
  }
  return names;
}

function mark(member, same, roleName) {
  const roles = ({ roles = [] }) => roles.map(roleName).join('、');
  const own = roles(member);
  const alone = own !== '' && same.filter((other) => roles(other) === own).length === 1;
  return alone ? own : [own, member.id.slice(-TAG)].filter(Boolean).join(' ');
}

/** The one letter a person goes by in a dot: of a Chinese name its last, which is the given name's; of any other its first. */
export function initialOf(name) {
  const letters = [...name.trim()];
  const last = letters.at(-1) ?? '';
  return /\p{Script=Han}/u.test(last) ? last : (letters[0] ?? '').toUpperCase();
}
