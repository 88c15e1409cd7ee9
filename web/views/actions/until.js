/**
 * Until when, as people write it: 今天 明天 后天 周五前 下周一 3天后 3月14日 3/14 2026-03-14 下一场, and the same in English. Pure.
 *
 *     until('周五前补拍主图', '2026-03-12') → { due: { day: '2026-03-13' }, rest: '补拍主图', unread: null }
 *
 * The first that is understood counts, and goes out of the words. `unread` is what looks like a day and is none. Within a sentence
 * (整理周一的数据) a day is a word like others: it counts where it stands apart, or with 到 or 前.
 */
const DAY = 86_400_000;

const millis = (day) => Date.parse(`${day}T00:00:00Z`);
const later = (today, days) => ({ day: new Date(millis(today) + days * DAY).toISOString().slice(0, 10) });
const two = (n) => String(n).padStart(2, '0');

/** `2026-02-30` is no day. */
function real(day) {
  const at = millis(day);
  return !Number.isNaN(at) && new Date(at).toISOString().slice(0, 10) === day;
}

/** A month and day that have gone by, or that this year does not have, are next year's. */
function dated([, month, day], today) {
  const year = Number(today.slice(0, 4));
  const found = [year, year + 1].map((one) => `${one}-${two(month)}-${two(day)}`)
    .find((one) => real(one) && one >= today);
  return found ? { day: found } : null;
}

/** 1 is Monday, 7 Sunday. */
const weekdayOf = (today) => (new Date(millis(today)).getUTCDay() + 6) % 7 + 1;

function weekday(which, wanted, today) {
  const ahead = wanted - weekdayOf(today);
  if (which.startsWith('下') || /^next/i.test(which)) return later(today, ahead + 7);
  if (/^[本这]/.test(which) || /^this/i.test(which)) return ahead < 0 ? null : later(today, ahead);
  return later(today, ahead < 0 ? ahead + 7 : ahead);
}

const NUMERALS = '一二三四五六七八九十';
const counted = (text) => (text === '两' ? 2 : NUMERALS.includes(text) ? NUMERALS.indexOf(text) + 1 : Number(text));
const ENGLISH = ['mon', 'tue', 'wed', 'thu', 'fri', 'sat', 'sun'];

/** How each is written, without what may stand around it. */
const DUES = [
  ['下一?场|next show', () => ({ next: true })],
  ['(\\d{4}-\\d\\d-\\d\\d)', ([, day]) => (real(day) ? { day } : null)],
  ['(\\d{1,2})月(\\d{1,2})[日号]?(?!\\d)', dated],
  ['(\\d{1,2})[-/](\\d{1,2})(?![\\d/-])', dated],
  ['大后天', (_, today) => later(today, 3)],
  ['后天', (_, today) => later(today, 2)],
  ['明天|tomorrow', (_, today) => later(today, 1)],
  ['今天|today', (_, today) => later(today, 0)],
  [`(\\d{1,3}|[${NUMERALS}两])天(?:之|以)?[后内]`, ([, n], today) => later(today, counted(n))],
  [`(\\d{1,2}|[${NUMERALS}两])(?:周|个?星期)(?:之|以)?[后内]`, ([, n], today) => later(today, 7 * counted(n))],
  ['in (\\d{1,3}) days?', ([, n], today) => later(today, Number(n))],
  [
    '(下个?|本|这个?)?(?:周|星期|礼拜)([一二三四五六日天])',
    ([, which = '', day], today) => weekday(which, day === '日' || day === '天' ? 7 : NUMERALS.indexOf(day) + 1, today),
  ],
  [
    '(next |this )?(mon|tue|wed|thu|fri|sat|sun)(?:[a-z]*day)?(?![a-z])',
    ([, which = '', day], today) => weekday(which, ENGLISH.indexOf(day.toLowerCase()) + 1, today),
  ],
].map(([words, read]) => ({ pattern: new RegExp(`(^|[\\s，。,；;]|到|\\bby )?(?<![\\w/-])(?:${words})`, 'gi'), read }));

const BEFORE = /^(?:之前|以前|前)/;
const EDGE = /^(?:$|[\s，。,；;])/;

export function until(text, today) {
  for (const { pattern, read } of DUES) {
    for (const found of text.matchAll(pattern)) {
      const [all, lead] = found;
      const begin = found.index;
      const behind = text.slice(begin + all.length);
      const before = BEFORE.exec(behind)?.[0] ?? '';
      // 明天的货, 周一的数据: said of something else.
      const isApart = begin === 0 || lead !== undefined || before !== '' || EDGE.test(behind);
      if (!isApart || behind.startsWith('的')) continue;
      const due = read([all, ...found.slice(2)], today);
      if (!due) continue;
      const rest = `${text.slice(0, begin)} ${text.slice(begin + all.length + before.length)}`;
      return { due, rest, unread: null };
    }
  }
  return { due: null, rest: text, unread: LIKE_A_DAY.exec(text)?.[0] ?? null };
}

const LIKE_A_DAY = /\d{4}-\d\d?-\d\d?|\d{1,2}月\d{1,2}[日号]?|[本这]个?(?:周|星期|礼拜)[一二三四五六日天]/;
