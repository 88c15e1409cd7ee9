/**
 * The server's redaction (Sources/Privacy), so that whoever types sees what will be masked. The rules are the server's
 * own; so is the last word.
 */
import { ALIKE, MARKS, RULES, SAME, SPELLED } from './redaction-rules.js';

const BLOT = '\ufffc';
const LEFT = '\ufffd';
const NOTHING = '\u200b';
const OTHER = '□';

const none = (word) => (word === '-' ? '' : word);
const singles = new Map(SAME.flatMap(([from, to]) => [...from].map((one) => [one, to])));
const ranges = ALIKE.trim().split(/\s/).map((run) => run.split(/[-:]/).map((code) => Number.parseInt(code, 16)));
const spelled = new Map(SPELLED.flatMap((words, digit) => [...words].map((one) => [one, digit])));
const marks = Object.values(MARKS).map((mark) => [...mark]);
const rules = RULES.trim().split('\n').map((line) => {
  const [kind, sure, digits, numerals, run, any, check, before, what, after] = line.split('\t');
  return {
    kind: none(kind),
    sure: sure === 'sure',
    digits: Number(digits),
    numerals: Number(numerals),
    run: Number(run),
    any: [...none(any.replace(/\\u\{(\w+)\}/g, (_, code) => String.fromCodePoint(Number.parseInt(code, 16))))],
    check: CHECKS()[check],
    /** Read when it is first needed: most are not. */
    get pattern() {
      this.read ??= new RegExp(`(${none(before)})(${what})${none(after)}`, 'gu');
      return this.read;
    },
  };
});

/** `{ text, masked: [kind], findings: [{ kind, text, sure, kept }] }`. What is unsure stays where `kept` names it. */
export function redact(text, kept = []) {
  const masked = [];
  const findings = [];
  let result = text;
  for (let round = 0; round < 8; round += 1) {
    const claims = claimed([...result], kept);
    for (const { range: _, ...finding } of claims) {
      const { kind, text: found, kept: stays } = finding;
      if (!stays && !masked.includes(kind)) masked.push(kind);
      // What was kept is found again in every round.
      const again = stays && findings.some((one) => one.kept && one.kind === kind && one.text === found);
      if (!again) findings.push(finding);
    }
    if (claims.every((claim) => claim.kept)) break;
    result = marked([...result], claims);
  }
  return { text: result, masked, findings };
}

/** What the rules claim of a text, in its order. */
function claimed(characters, kept) {
  const folded = fold(characters);
  const sight = look(folded);
  const claims = [];
  for (const rule of rules) {
    if (!meets(sight, rule)) continue;
    for (const match of folded.join('').matchAll(rule.pattern)) {
      const start = match.index + match[1].length;
      const end = start + match[2].length;
      if (start === end || (rule.check && !rule.check(match[2]))) continue;
      const text = characters.slice(start, end).join('');
      const stays = !rule.sure && kept.includes(text);
      if (rule.kind) claims.push({ range: [start, end], kind: rule.kind, text, sure: rule.sure, kept: stays });
      folded.fill(rule.kind && !stays ? BLOT : LEFT, start, end);
    }
  }
  return claims.sort((one, other) => one.range[0] - other.range[0]);
}

function marked(characters, claims) {
  let [text, at] = ['', 0];
  for (const { range: [start, end], kind, kept } of claims) {
    if (kept) continue;
    text += characters.slice(at, start).join('') + MARKS[kind];
    at = end;
  }
  return text + characters.slice(at).join('');
}

/** A character becomes one unit, so that places in the one are places in the other. */
function fold(characters) {
  const folded = characters.map(foldOne);
  characters.forEach((character, at) => {
    if (character !== '〔') return;
    const mark = marks.find((one) => one.every((part, n) => characters[at + n] === part));
    if (mark) folded.fill(BLOT, at, at + mark.length);
  });
  return folded;
}

function foldOne(character) {
  const single = singles.get(character);
  if (single) return single;
  const code = character.codePointAt(0);
  if (code < 0x80) return character.toLowerCase();
  if (code >= 0x3400 && code <= 0x9fff) return character;
  const range = ranges.find(([first, last]) => code >= first && code <= last);
  if (range) return String.fromCharCode(range[2] + code - range[0]);
  if (code >= 0x20000 && code <= 0x3ffff) return '㐀';
  return code > 0xffff || (code >= 0xd800 && code <= 0xdfff) || character === BLOT || character === LEFT
    ? OTHER
    : character;
}

const isDigit = (unit) => unit >= '0' && unit <= '9';
const digitOf = (unit) => (isDigit(unit) ? Number(unit) : spelled.get(unit));

/** What a text has in it: most rules need not be tried. */
function look(folded) {
  const sight = { digits: 0, numerals: 0, run: 0, has: new Set(folded) };
  let run = 0;
  for (const unit of folded) {
    if (isDigit(unit)) sight.digits += 1;
    if (digitOf(unit) !== undefined) sight.numerals += 1;
    run = isDigit(unit) || (unit >= 'a' && unit <= 'z') || unit === '_' || unit === '-' ? run + 1 : 0;
    sight.run = Math.max(sight.run, run);
  }
  return sight;
}

const meets = (sight, rule) =>
  sight.digits >= rule.digits && sight.numerals >= rule.numerals && sight.run >= rule.run &&
  (rule.any.length === 0 || rule.any.some((unit) => sight.has.has(unit)));

/** What arithmetic says of a match (RedactionRule+Check.swift). A function: the rules are read before the file's end. */
function CHECKS() {
  return {
    card: (match) => isCard(groupsOf(match)),
    birthday: (match) => hasBirthday(groupsOf(match).flat()),
    notValues: (match) => !areValues(groupsOf(match)) && !areSums(match),
  };
}

/** The digits, spelled ones too, as they stand together. */
function groupsOf(match) {
  const groups = [[]];
  for (const unit of match) {
    const digit = digitOf(unit);
    if (digit !== undefined) groups.at(-1).push(digit);
    else if (unit !== NOTHING) groups.push([]);
  }
  return groups.filter((group) => group.length > 0);
}

const looksRound = (group) => [0, 5, 8, 9].includes(group.at(-1));

function isCard(groups) {
  const digits = groups.flat();
  if (groups.length === 1) return digits.length >= 16 && isLuhn(digits);
  const grouped = groups.slice(0, -1).every((group) => group.length >= 4) && !groups.every(looksRound);
  return grouped && ((digits[0] >= 3 && digits[0] <= 6) || isLuhn(digits));
}

function isLuhn(digits) {
  const sum = [...digits].reverse().reduce((sum, digit, n) => {
    const value = digit * (n % 2 === 1 ? 2 : 1);
    return sum + (value > 9 ? value - 9 : value);
  }, 0);
  return sum % 10 === 0;
}

function hasBirthday(digits) {
  if (digits.length < 14) return false;
  const [year, month, day] = [[6, 10], [10, 12], [12, 14]].map(([from, to]) => Number(digits.slice(from, to).join('')));
  return year >= 1900 && year <= 2099 && month >= 1 && month <= 12 && day >= 1 && day <= 31;
}

function areValues(groups) {
  const sizes = groups.map((group) => group.length);
  if (groups.length < 3 || sizes.join() === '3,4,4' || (groups.length === 3 && sizes[0] !== 4)) return false;
  return groups.every((group) => group.length >= 2 && group.length <= 4 && (group.length === 2 || looksRound(group)));
}

function areSums(match) {
  const gaps = [...match.slice(1)].filter((unit) => digitOf(unit) === undefined && unit !== NOTHING);
  const joins = gaps.filter((unit) => unit === '+' || unit === '.');
  return joins.length > 0 && joins.length < gaps.length && groupsOf(match).length >= 4;
}
