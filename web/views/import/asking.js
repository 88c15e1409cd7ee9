/**
 * What of a preview would be stored, and what has to be answered before. Pure.
 *
 *     kindsOf(preview, choices, prefers)     the kinds that are stored: those that were said, else those that the place
 *                                            asks for from which the file came, else all
 *     asksOf(part, choices)                  what is open in a part: [{ why, kind, column?, n?, doubt?, code? }]
 *     asks(preview, choices, prefers)        the same of all parts that are stored
 *     amount(preview, kinds, choices)                 → { of: 'columns' | 'rows' | 'shows', n }: what the button says
 */
import { sameMeaning } from './choices.js';

/** Of these kinds a row is what is stored, not a column. */
const BY_ROWS = new Set(['markers', 'goals', 'questions']);
/** What no answer settles: there is no show in it. */
const HOPELESS = new Set(['productList', 'totalsOnly']);
/** A show's own numbers are of its day; what happened in it may be dated otherwise, and somebody may say so. */
export const isOtherDay = ({ kind, doubts = [] }) => kind !== 'summary' && doubts.includes('otherDay');

export function kindsOf({ parts }, choices, prefers = []) {
  const there = parts.map(({ kind }) => kind);
  const preferred = there.filter((kind) => prefers.includes(kind));
  const usual = preferred.length > 0 ? preferred : there;
  const hopeless = new Set(parts.filter(isHopeless).map(({ kind }) => kind));
  return there.filter((kind) => choices.taken[kind] ?? (usual.includes(kind) && !hopeless.has(kind)));
}

/** Where a row can be chosen, another one may be of this show. */
export const isHopeless = ({ kind, doubts = [], choices = [], changes }) =>
  Boolean(changes?.refused) ||
  (choices.length === 0 && doubts.some((doubt) => HOPELESS.has(doubt) || (doubt === 'otherDay' && kind === 'summary')));

/** Columns that its kind must have are still to be chosen. */
export const isUnmapped = ({ doubts = [] }) => doubts.includes('unmapped');

export const isUsed = ({ meaning }) => !meaning.ignored;

export const isUnsure = ({ certainty }) => certainty === 'unsure';

/** Rows of a list that may be a show that is known, or another one. */
const openRows = ({ shows = [] }, { answers }) =>
  shows.filter(({ row, match }) => match === 'ask' && !(row in answers));

/** Questions of which the file tells no time, and nobody has said what becomes of them. */
export const undatedOf = ({ changes }) => changes.questions?.undated ?? 0;

/** Rows of which nothing can be stored. */
export const badRows = ({ kind, bad, rows, accepted, left = [], problems }) =>
  bad ?? (kind === 'summary' || problems.count === 0 ? 0 : Math.max(0, rows - accepted - left.length));

export function asksOf(part, choices) {
  const { kind, columns, doubts = [], changes } = part;
  const unsure = columns.filter((column) => isUnsure(column) && !choices.of(kind, column.key));
  const rows = openRows(part, choices);
  if (isUnmapped(part)) return [{ why: 'unmapped', kind }];
  const several = (doubts.includes('severalShows') || part.choices?.length > 0) && doubts.length > 0;
  const ask = (is, why, more = {}) => (is ? [{ why, kind, ...more }] : []);
  return [
    ...ask(changes.refused, 'refused', { code: changes.refused }),
    ...ask(isOtherDay(part) && choices.answers.otherDay !== 'store', 'otherDay'),
    ...(several ? [] : doubts.filter((doubt) => doubt !== 'otherDay' || !isOtherDay(part)).map((doubt) => ({
      why: 'doubt',
      kind,
      doubt,
    }))),
    ...ask(several, 'row'),
    ...unsure.map((column) => ({ why: 'column', kind, column })),
    ...ask(rows.length > 0, 'shows', { n: rows.length }),
    ...ask(undatedOf(part) > 0 && !choices.answers.undated, 'undated', { n: undatedOf(part) }),
    ...ask(badRows(part) > 0 && !choices.skipBad, 'bad', { n: badRows(part) }),
  ];
}

export function asks(preview, choices, prefers) {
  const kinds = kindsOf(preview, choices, prefers);
  return preview.parts.filter(({ kind }) => kinds.includes(kind)).flatMap((part) => asksOf(part, choices));
}

const LEFT_OUT = new Set(['falseStart', 'removed', 'skip']);
const isStored = ({ match, row }, { answers }) => !LEFT_OUT.has(match) && answers[row] !== 'skip';

export function amount({ parts }, kinds, choices) {
  const stored = parts.filter(({ kind }) => kinds.includes(kind));
  const list = stored.find(({ kind }) => kind === 'list');
  if (list) return { of: 'shows', n: (list.shows ?? []).filter((one) => isStored(one, choices)).length };
  if (stored.length > 0 && stored.every(({ kind }) => BY_ROWS.has(kind))) {
    return { of: 'rows', n: stored.reduce((sum, { accepted }) => sum + accepted, 0) };
  }
  return { of: 'columns', n: stored.reduce((sum, { columns }) => sum + columns.filter(isUsed).length, 0) };
}

/** How many columns were made out, are to be chosen, and are not used. */
export function tally(part, choices) {
  const { kind, columns } = part;
  const wants = (column) => isUnsure(column) || (isUnmapped(part) && wantsEye(column));
  const open = columns.filter((column) => wants(column) && !choices.of(kind, column.key));
  const sure = columns.filter((column) => !open.includes(column));
  const known = sure.filter(isUsed).length;
  return { known, open: open.length, unused: sure.length - known };
}

/**
 * The order in which columns stand: first what is to be looked at, then as in the file, last what is not used. It is that
 * of the first sight: a row that was chosen does not run away from under the hand.
 */
export function ordered({ kind, columns }, seen) {
  const held = (seen[kind] ??= {});
  for (const [index, column] of columns.entries()) {
    held[placeOf(column)] ??= (isUnsure(column) || wantsEye(column) ? 0 : isUsed(column) ? 1 : 2) * 10_000 + index;
  }
  return [...columns].sort((one, other) => held[placeOf(one)] - held[placeOf(other)]);
}

/** Two sheets may have a column of one name; what is chosen for it holds for both. */
export const placeOf = ({ sheet = '', key }) => `${sheet} ${key}`;

/** A column nobody knows, with something in it: it may be what the team looks for. */
export const wantsEye = ({ meaning, samples }) => meaning.ignored === 'unknown' && samples.length > 0;

/** Another column of the part that means the same. */
export const twin = ({ columns }, column, meaning) =>
  meaning.ignored || meaning.series
    ? undefined
    : columns.find((one) => one.key !== column.key && sameMeaning(one.meaning, meaning));
