/**
 * What the server can read at all: pure. Text is well-formed and holds no control character (Word's line breaks are
 * breaks, a tab is a space where there is one line), numbers are finite and of at most 16 digits. What it then says of
 * them is a refusal, which can be read; without this the connection ends, and whatever waits behind never leaves.
 *
 *     wellFormed(args)                       the same arguments, fit to be sent
 *     printable(text, { lines: false })      one line's worth of them
 */
const BREAKS = /\r\n|[\r\v\f\u0085\u2028\u2029]/g;
const CONTROLS = /[\u0000-\u0008\u000e-\u001f\u007f-\u009f]/g;
const IN_ONE_LINE = /[\n\t]/g;
/** A surrogate without its other half: with the flag `u` a whole pair is one character and none of these. */
const HALVES = /[\ud800-\udfff]/gu;
/** Arguments that may have several lines. */
const LONG = new Set(['text', 'words']);

export function wellFormed(value, name) {
  if (typeof value === 'string') return printable(value, { lines: LONG.has(name) }).replace(HALVES, '\ufffd');
  if (typeof value === 'number') return bounded(value);
  if (Array.isArray(value)) return value.map((one) => wellFormed(one, name));
  if (value === null || typeof value !== 'object') return value;
  return Object.fromEntries(Object.entries(value).map(([key, one]) => [key, wellFormed(one, key)]));
}

export function printable(text, { lines = true } = {}) {
  const seen = text.replace(BREAKS, '\n').replace(CONTROLS, '');
  return lines ? seen : seen.replace(IN_ONE_LINE, ' ');
}

function bounded(number) {
  if (Number.isNaN(number)) return null;
  return Math.max(-Number.MAX_SAFE_INTEGER, Math.min(Number.MAX_SAFE_INTEGER, number));
}
