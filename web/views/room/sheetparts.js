/** Which part of a sheet shows what is written in it, and the other way round: a phone has one part in sight. Pure. */

/** As a phone names them. */
export const PARTS = ['discussion', 'whys', 'ways', 'history'];

const SHOWN_IN = { talk: 'discussion', why: 'whys', way: 'ways', act: 'ways' };

/** The part in which what is written so shows. */
export const partOf = (mode) => SHOWN_IN[mode];

/**
 * What is written, as one of `modes`: what shows in the part that was turned to, where there is such, or else what was
 * `chosen`, or else how the card is met before anything else.
 */
export function modeIn(modes, { part, mode: chosen }) {
  const wanted = part === null || partOf(chosen) === part ? [] : modes.filter((mode) => partOf(mode) === part);
  return wanted[0] ?? modes.find((mode) => mode === chosen) ?? modes.findLast((mode) => mode !== 'act') ?? modes[0];
}

/** The part in sight, as one of `parts`: the one turned to, or else where what is written shows. */
export const partIn = (parts, { part }, mode) => [part, partOf(mode)].find((one) => parts.includes(one)) ?? parts[0];
