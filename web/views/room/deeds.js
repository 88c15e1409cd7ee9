/**
 * What happened, in words. Pure.
 *
 *     deedWords(deed, { record, name, t, knows, stationName }) → { who, words }
 *
 * `record(kind, id)` is the record as it is known now, `name(member)` a member's name. A deed of which nothing is known but
 * its command goes by the command's name.
 */
import { plain } from '../../ui/plain.js';

const LONGEST = 24;

export function deedWords(deed, tools) {
  const { t, knows, name } = tools;
  const key = `activity.deed.${deed.op}`;
  const places = { subject: subject(deed, tools), phase: station(deed, tools), n: deed.count ?? deed.about.length };
  const words = knows(key)
    ? t(key, places)
    : t('activity.other', { act: t(`act.${deed.op}`), subject: places.subject }).trim();
  return { who: deed.by ? name(deed.by) : t('activity.somebody'), words };
}

const station = ({ phase, step }, { stationName }) => (phase ? stationName({ phase, step }) : '');

function subject({ about, count }, tools) {
  const told = about.slice(0, 3).map((one) => subjectOf(one, tools));
  const rest = (count ?? about.length) - told.length;
  return [...new Set(told)].join('、') + (rest > 0 ? tools.t('activity.andMore', { n: count ?? about.length }) : '');
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
  if (about.length === 0) return 'steering';
  return op.startsWith('solution.') ? 'solution' : 'issue';
}
