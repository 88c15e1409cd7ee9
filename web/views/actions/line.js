/** One line that adds an action: what, @who, until when. Pure. */

/**
 * `who`: `[{ name, owner, member? }]`; the longest name that fits counts. `today`: '2026-03-12'. Without @ the action is `mine`.
 *     '尺码表做成图 @小卓 3月14日' → { text, owner, member?, due }
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
  let due = null;
  for (const [pattern, read] of DUES) {
    const found = pattern.exec(text);
    const value = found && read(found, today);
    if (!value) continue;
    due = value;
    text = text.replace(found[0], ' ');
    break;
  }
  return { text: text.replace(/\s+/g, ' ').trim(), owner: owner.owner, member: owner.member ?? null, due };
}

const two = (n) => String(n).padStart(2, '0');

/** A month and day that have gone by are next year's. */
function dayOf([, month, day], today) {
  const year = Number(today.slice(0, 4));
  const text = `${year}-${two(month)}-${two(day)}`;
  const is = new Date(`${text}T00:00:00Z`);
  if (Number.isNaN(is.getTime()) || is.toISOString().slice(0, 10) !== text) return null;
  return { day: text < today ? `${year + 1}${text.slice(4)}` : text };
}

function later(today, days) {
  return { day: new Date(Date.parse(`${today}T00:00:00Z`) + days * 86_400_000).toISOString().slice(0, 10) };
}

const DUES = [
  [/\s?到?(下一场|next show)\s?/i, () => ({ next: true })],
  [/\s?到?(\d{4}-\d\d-\d\d)\s/, ([, day]) => ({ day })],
  [/\s?到?(\d{1,2})月(\d{1,2})[日号]\s?/, dayOf],
  [/\s到?(\d{1,2})[-/](\d{1,2})\s/, dayOf],
  [/\s到?(今天|today)\s/i, (_, today) => later(today, 0)],
  [/\s到?(明天|tomorrow)\s/i, (_, today) => later(today, 1)],
];
