/**
 * The report as it is sent to a chat group: short, without marks, with what was decided, who does what until when, and the
 * link for whoever has no account where one was made. Pure.
 *
 *     chat(content, { t, link? }) → string
 */
const MOST_DECISIONS = 5;
const MOST_ACTIONS = 8;
/** Of what was not decided, and of what was put off. */
const MOST_LEFT = 3;
/** Of a line's words. */
const LONGEST = 48;

export function chat(content, { t, link }) {
  const open = content.actions.filter(({ state }) => state !== 'done' && state !== 'dropped');
  return [
    t('report.chat.title', { title: content.title }),
    content.about,
    '',
    ...part(
      t('report.decided', { n: content.decisions.length }),
      content.decisions,
      MOST_DECISIONS,
      t,
      (one, n) => `${n + 1}. ${words(one, t)}${behind([one.owner, one.due && t('report.until', { due: one.due })], t)}`,
    ),
    ...(content.decisions.length ? [] : [t('report.nothing'), '']),
    ...part(
      t('report.proposed', { n: content.proposed.length }),
      content.proposed,
      MOST_LEFT,
      t,
      (one) => `· ${words(one, t)}${behind([one.owner], t)}`,
    ),
    ...part(
      t('report.actions', { n: open.length }),
      open,
      MOST_ACTIONS,
      t,
      (one) => `· ${words(one, t)}${behind([one.owner, one.due], t)}`,
    ),
    ...part(
      t('report.parked', { n: content.parked.length }),
      content.parked,
      MOST_LEFT,
      t,
      (one) => `· ${words(one, t)}`,
    ),
    link ? t('report.chat.link', { link }) : null,
  ].filter((line) => line !== null && line !== undefined).join('\n').trim();
}

function part(title, list, most, t, line) {
  if (list.length === 0) return [];
  const rest = list.length - most;
  return [title, ...list.slice(0, most).map(line), ...(rest > 0 ? [t('report.more', { n: rest })] : []), ''];
}

const words = ({ text, erased }, t) => (erased ? t('report.erased') : short(text));

function short(text) {
  const signs = [...text];
  return signs.length > LONGEST ? `${signs.slice(0, LONGEST - 1).join('')}…` : text;
}

const behind = (parts, t) => {
  const told = parts.filter(Boolean);
  return told.length ? t('report.chat.who', { who: told.join(' · ') }) : '';
};
