/**
 * The report as a picture for chat groups: 1080 by 1440. What does not fit is counted. `layout` is pure: it says what is
 * painted where, by `measure(text, size)`; `picture` paints it.
 *
 *     await picture(content, { t }) → Blob of at most a megabyte
 */
export const WIDTH = 1080;
export const HEIGHT = 1440;
const SIDE = 72;
const INNER = WIDTH - 2 * SIDE;
const FOOT = 120;
const MOST_BYTES = 1_000_000;
const SHORT = 110;

const FAMILY =
  '-apple-system, "PingFang SC", "Microsoft YaHei", "Noto Sans CJK SC", "Noto Sans SC", "Source Han Sans SC", sans-serif';
const INK = { text: '#1b1d20', quiet: '#5a6068', line: '#e1e1dd', green: '#0b6b55', amber: '#8a5200', red: '#b3261e' };
INK.plain = INK.quiet;

/** `[{ text, x, y, size, ink, bold?, right? }]`, and rules `{ rule: y, ink }`. */
export function layout(content, { t, measure }) {
  const paint = [];
  const put = (text, x, y, size, more = {}) => paint.push({ text, x, y, size, ink: INK.text, ...more });
  let y = SIDE + 56;
  for (const line of fitted(content.title, INNER, 60, 2, measure)) {
    put(line, SIDE, y, 60, { bold: true });
    y += 74;
  }
  put(fitted(content.under, INNER, 30, 1, measure)[0] ?? '', SIDE, y - 8, 30, { ink: INK.quiet });
  y += 36;
  y = numbers(content, y, { t, put, paint, measure });

  const isCrowded = content.proposed.length + content.parked.length > 0;
  const sections = [
    {
      title: t('report.decided', { n: content.decisions.length }),
      lines: content.decisions.map((one) => [words(one, t), one.owner]),
      nothing: t('report.nothing'),
      isNumbered: true,
    },
    {
      isShort: true,
      title: t('report.proposed', { n: content.proposed.length }),
      lines: content.proposed.map((one) => [words(one, t)]),
    },
    {
      title: t('report.actions', { n: content.actions.length }),
      lines: content.actions.map((one) => [words(one, t), [one.owner, one.due].filter(Boolean).join(' · ')]),
    },
    {
      isShort: isCrowded,
      title: t('report.topics'),
      lines: content.topics.map((one) => [words(one, t), t('report.votes', { n: one.votes })]),
      isNumbered: true,
    },
    {
      isShort: true,
      title: t('report.parked', { n: content.parked.length }),
      lines: content.parked.map((one) => [words(one, t)]),
    },
  ].filter(({ lines, nothing }) => lines.length > 0 || nothing);
  for (const [n, one] of sections.entries()) {
    // Each leaves room for those behind it: a heading, two lines (of a short one its line) and what is left out.
    const behind = sections.slice(n + 1);
    const room = HEIGHT - FOOT - behind.reduce((sum, { isShort, lines }) => sum + (isShort ? SHORT : least(lines)), 0);
    y = (one.isShort ? short : section)(one, y, room, { t, put, paint, measure });
  }
  paint.push({ rule: HEIGHT - FOOT + 24, ink: INK.line });
  put(fitted(content.about || content.foot, INNER - 200, 27, 1, measure)[0] ?? '', SIDE, HEIGHT - 48, 27, {
    ink: INK.quiet,
  });
  put(t('product'), WIDTH - SIDE, HEIGHT - 48, 27, { ink: INK.quiet, right: true });
  return paint;
}

/** A heading, and two lines with what is left out, or fewer as they are. */
const least = (lines) => Math.min(260, 88 + lines.length * 122);

const words = ({ text, erased }, t) => (erased ? t('report.erased') : text);

/** The first show's first three, side by side. */
function numbers({ shows }, top, { t, put, paint, measure }) {
  const shown = shows[0]?.numbers.slice(0, 3) ?? [];
  paint.push({ rule: top, ink: INK.text });
  if (shown.length === 0) return top + 24;
  const wide = INNER / shown.length;
  for (const [n, { label, text, goal, gap }] of shown.entries()) {
    const x = SIDE + n * wide;
    put(fitted(label, wide - 24, 28, 1, measure)[0], x, top + 52, 28, { ink: INK.quiet });
    put(fitted(text, wide - 24, 50, 1, measure)[0], x, top + 112, 50, { bold: true });
    if (!goal) continue;
    const aim = t('report.goal', { value: goal });
    put(aim, x, top + 156, 26, { ink: INK.quiet });
    const beside = measure(`${aim} `, 26);
    if (gap && beside + measure(gap.text, 26) < wide - 12) {
      put(gap.text, x + beside, top + 156, 26, { ink: INK[gap.level], bold: true });
    }
  }
  paint.push({ rule: top + 188, ink: INK.line });
  return top + 212;
}

function section({ title, lines, nothing, isNumbered }, top, bottom, { t, put, paint, measure }) {
  let y = top + 44;
  put(title, SIDE, y, 36, { bold: true });
  y += 24;
  paint.push({ rule: y, ink: INK.line });
  if (lines.length === 0) {
    put(nothing, SIDE, y + 50, 32, { ink: INK.quiet });
    return y + 80;
  }
  const indent = isNumbered ? 56 : 0;
  for (const [n, [text, aside]] of lines.entries()) {
    const short = fitted(aside, INNER * 0.36, 27, 1, measure)[0] ?? '';
    const rows = fitted(text, INNER - indent - measure(short, 27) - 28, 32, 2, measure);
    const tall = 34 + rows.length * 44;
    const isLast = n === lines.length - 1;
    if (y + tall + (isLast ? 0 : 56) > bottom) {
      put(t('report.more', { n: lines.length - n }), SIDE + indent, y + 46, 28, { ink: INK.quiet });
      return y + 64;
    }
    if (isNumbered) put(String(n + 1), SIDE, y + 54, 32, { ink: INK.quiet });
    for (const [row, line] of rows.entries()) put(line, SIDE + indent, y + 54 + row * 44, 32);
    put(short, WIDTH - SIDE, y + 54, 27, { ink: INK.quiet, right: true });
    y += tall;
    paint.push({ rule: y, ink: INK.line });
  }
  return y + 20;
}

/** Told beside what matters: how many, and as many of the words as go on one line. */
function short({ title, lines }, top, _, { put, paint, measure }) {
  put(title, SIDE, top + 42, 28, { bold: true });
  const told = lines.map((line) => line.join(' ')).join(' · ');
  put(fitted(told, INNER, 27, 1, measure)[0] ?? '', SIDE, top + 80, 27, { ink: INK.quiet });
  paint.push({ rule: top + SHORT - 12, ink: INK.line });
  return top + SHORT;
}

const NOT_FIRST = /[，。、；：！？）》」』”’,.;:!?)\]}%]/;

/** At most `most` lines of that width; what is left out is an ellipsis. A Latin word is broken only where it must be. */
export function fitted(text, width, size, most, measure) {
  const rows = [];
  let row = '';
  const pieces = text.match(/[A-Za-z0-9.\-_/@]+|\s+|[\s\S]/gu) ?? [];
  const queue = pieces.flatMap((piece) => (measure(piece, size) > width ? [...piece] : [piece]));
  for (const [n, piece] of queue.entries()) {
    const fits = measure(row + piece, size) <= width || NOT_FIRST.test(piece) && measure(row, size) <= width;
    if (fits) {
      row += piece;
      continue;
    }
    if (rows.length === most - 1) {
      let left = row;
      while (left && measure(`${left}…`, size) > width) left = [...left].slice(0, -1).join('');
      return [...rows, `${left}…`];
    }
    rows.push(row.trimEnd());
    row = piece.trim() ? piece : '';
    if (n === queue.length - 1 && !row) break;
  }
  return row.trim() ? [...rows, row.trimEnd()] : rows;
}

const font = (size, bold) => `${bold ? '650 ' : ''}${size}px ${FAMILY}`;

export async function picture(content, { t }) {
  const canvas = Object.assign(document.createElement('canvas'), { width: WIDTH, height: HEIGHT });
  const pen = canvas.getContext('2d');
  const measure = (text, size) => ((pen.font = font(size)), pen.measureText(text).width);
  const paint = layout(content, { t, measure });
  pen.fillStyle = '#ffffff';
  pen.fillRect(0, 0, WIDTH, HEIGHT);
  for (const { rule, text, x, y, size, ink, bold, right } of paint) {
    pen.fillStyle = ink;
    if (rule !== undefined) pen.fillRect(SIDE, rule, INNER, 2);
    else {
      pen.font = font(size, bold);
      pen.textAlign = right ? 'right' : 'left';
      pen.fillText(text, x, y);
    }
  }
  const blob = (type, quality) => new Promise((resolve) => canvas.toBlob(resolve, type, quality));
  const whole = await blob('image/png');
  return whole && whole.size <= MOST_BYTES ? whole : blob('image/jpeg', 0.85);
}
