/**
 * What happened, in words. Pure.
 *
 *     deedWords(deed, { record, name, t, knows, stationName }) → { who, words }
 *
 * `record(kind, id)` is the record as it is known now, `name(member)` a member's name. What was undone by the command that does it
 * (`how: 'off'`) has words of its own. A deed of which nothing is known but its command goes by the command's name.
 */
import { plain } from '../../ui/plain.js';

const LONGEST = 24;

export function deedWords(deed, tools) {
  const { t, knows, name } = tools;
  const key = keyOf(deed, knows);
  const places = {
    subject: subject(deed, tools),
    group: title(deed, tools),
    phase: station(deed, tools),
    how: deed.how && knows(`activity.how.${deed.how}`) ? t(`activity.how.${deed.how}`) : '',
    to: deed.to ? name(deed.to) : t('activity.somebody'),
    n: deed.number ?? deed.count ?? deed.about.length,
  };
  const words = knows(key)
    ? t(key, places)
    : t('activity.other', { act: t(`act.${deed.op}`), subject: places.subject || places.group }).trim();
  return { who: deed.by ? name(deed.by) : t('activity.somebody'), words: words.replace(/ +/g, ' ').trim() };
}

function keyOf({ op, how }, knows) {
  const key = `activity.deed.${op}`;
  return how === 'off' && knows(`${key}Off`) ? `${key}Off` : key;
}

/** A group's own; it goes with the group. */
function title({ about }, tools) {
  const group = about.find(({ kind }) => kind === 'group');
  return group ? subjectOf(group, tools) : '';
}

const station = ({ phase, step }, { stationName }) => (phase ? stationName({ phase, step }) : '');

function subject({ about, count }, tools) {
  const groups = about.filter(({ kind }) => kind === 'group');
  const subjects = about.filter((one) => !groups.includes(one));
  const told = subjects.slice(0, 3).map((one) => subjectOf(one, tools));
  const n = (count ?? about.length) - groups.length;
  return [...new Set(told)].join('、') + (n > told.length ? tools.t('activity.andMore', { n }) : '');
}

function subjectOf({ kind, id, text }, { record, t }) {
  if (text !== undefined) return text ? t('activity.withdrawn', { text: short(text) }) : t('activity.erased');
  const known = record(kind, id);
  if (!known) return '';
  const words = known.text ?? known.title;
  const told = known.erased
    ? t('activity.erased')
    : words
    ? t('activity.words', { text: short(kind === 'issue' ? words : plain(words)) })
    : '';
  return known.no ? t('activity.card', { no: known.no, text: told }) : told;
}

function short(text) {
  const line = text.trim().replace(/\s+/g, ' ');
  const signs = [...line];
  return signs.length > LONGEST ? `${signs.slice(0, LONGEST - 1).join('')}…` : line;
}

/** Which filter a deed belongs to. */
export function sortOf({ op, about }) {
  if (about.length === 0 || op.startsWith('focus.')) return 'steering';
  return op.startsWith('solution.') ? 'solution' : 'issue';
}
