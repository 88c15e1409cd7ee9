/** One line that adds an action: what, @who, until when. Pure. */
import { until } from './until.js';

/**
 * `who`: `[{ name, owner, member? }]`; the longest name that fits counts. `today`: '2026-03-12'. Without @ the action is `mine`.
 *     '尺码表做成图 @小卓 3月14日' → { text, owner, member, due, unread }
 *
 * `unread`: what looks like a name or a day and was not understood; it stays among the words.
 */
export function readLine(line, { who, mine, today }) {
  let text = ` ${line.trim()} `;
  let owner = mine;
  for (const one of [...who].sort((a, b) => b.name.length - a.name.length)) {
    const at = text.toLowerCase().indexOf(`@${one.name.toLowerCase()}`);
    if (at < 0) continue;
    owner = one;
    text = `${text.slice(0, at)} ${text.slice(at + 1 + one.name.length)}`;
    break;
  }
  const { due, rest, unread } = until(text, today);
  const names = rest.match(/[@＠][^\s@＠，。,；;]+/g) ?? [];
  return {
    text: rest.replace(/\s+/g, ' ').trim(),
    owner: owner.owner,
    member: owner.member ?? null,
    due,
    unread: [...names, ...(unread ? [unread] : [])],
  };
}
