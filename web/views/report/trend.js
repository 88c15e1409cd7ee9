/**
 * How the last reviews of a channel went: minutes a card, what became of the actions that were asked for, what it was
 * worth. Pure.
 *
 *     trend(report, { f, t }) → { reviews, lines } or null where nothing is to be compared
 *
 * `reviews`: `[{ log, title, when, isThis, told: { perIssue, answered, worth } }]`, the oldest first; each of `told` is
 * `{ value, text, from }` or undefined, `from` what it was worked out from. `lines`: `[{ name, label, values, text, beside }]`, a
 * line for each figure that two of them have. What a review was worth is there only where the server tells its mean.
 */
const MINUTE = 60_000;
/** With the one that is looked at. */
const MOST = 12;

export function trend(report, { f, t }) {
  const earlier = (report.past ?? []).filter(({ summary }) => summary.phase === 'closed').slice(0, MOST - 1).reverse();
  const reviews = [
    ...earlier.map(({ log, at, summary, answered }) => ({
      log,
      title: summary.title,
      when: f.date(at),
      isThis: false,
      told: told(summary, answered, t),
    })),
    {
      log: report.log,
      title: report.title,
      when: f.date(report.openedAt),
      isThis: true,
      told: told(report.counts, report.answered, t),
    },
  ];
  const lines = ['perIssue', 'answered', 'worth'].map((name) => line(name, reviews, t)).filter(Boolean);
  return lines.length > 0 ? { reviews, lines } : null;
}

function told({ solving, talked, worth }, answered, t) {
  const minutes = perIssue({ solving, talked });
  return {
    perIssue: minutes === undefined ? undefined : {
      value: minutes,
      text: t('report.perIssueMinutes', { n: minutes }),
      from: t('report.trend.perIssueOf', { minutes: Math.round(solving / MINUTE), n: talked }),
    },
    answered: !answered?.all ? undefined : {
      value: Math.round(answered.done / answered.all * 100),
      text: t('report.trend.share', { n: Math.round(answered.done / answered.all * 100) }),
      from: `${answered.done} / ${answered.all}`,
    },
    worth: worth === undefined
      ? undefined
      : { value: worth, text: t('report.worthMean', { mean: worth }), from: t('report.trend.worthOf') },
  };
}

/** Co-creation's minutes for each card that was talked about, with a decimal. */
export function perIssue(counts) {
  if (!counts?.solving || !counts.talked) return undefined;
  return rounded(counts.solving / MINUTE / counts.talked);
}

function line(name, reviews, t) {
  const values = reviews.map(({ told }) => told[name]?.value ?? null);
  const before = values.slice(0, -1).filter((value) => value !== null);
  if (before.length === 0) return null;
  const last = reviews.at(-1).told[name];
  return {
    name,
    label: t(`report.${name === 'worth' ? 'worthBefore' : name}`),
    values,
    text: last?.text ?? t('report.trend.notYet'),
    beside: t('report.trend.before', { n: before.length, median: wordsOf(name, median(before), t) }),
  };
}

const wordsOf = (name, value, t) =>
  name === 'perIssue'
    ? t('report.perIssueMinutes', { n: value })
    : name === 'answered'
    ? t('report.trend.share', { n: value })
    : t('report.worthAnswer', { n: value });

function median(values) {
  const inOrder = values.toSorted((one, other) => one - other);
  const middle = inOrder.length >> 1;
  return inOrder.length % 2 ? inOrder[middle] : rounded((inOrder[middle - 1] + inOrder[middle]) / 2);
}

const rounded = (value) => Math.round(value * 10) / 10;
