/** How many users asked, minute by minute: the bars under the curve. */

/**
 * Questions counted in buckets of `width` seconds from `from` to `to`, each weighing as many users as asked it:
 * `[{offset, asked, questions: [id]}]`, empty buckets included. What lies outside is left out.
 */
export function questionDensity(questions, { from, to, width = 300 }) {
  const count = Math.max(0, Math.ceil((to - from) / width));
  const buckets = Array.from({ length: count }, (_, n) => ({ offset: from + n * width, asked: 0, questions: [] }));
  for (const { id, offset, plus = 0 } of questions) {
    const bucket = buckets[Math.floor((offset - from) / width)];
    if (!bucket) continue;
    bucket.asked += 1 + plus;
    bucket.questions.push(id);
  }
  return buckets;
}

/** The width, in seconds, that leaves at most `most` bars: 1, 5, 10, 15, 30 or 60 minutes. */
export function bucketWidth(lasts, most = 60) {
  return [60, 300, 600, 900, 1800, 3600].find((width) => lasts / width <= most) ?? 3600;
}
