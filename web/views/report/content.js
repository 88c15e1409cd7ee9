/**
 * What a report says, as lines: the page, the text to copy, the picture and the link all show these. Pure.
 *
 *     content(report, { f, t, roleName, name }) →
 *       { title, under, about, shows, decisions, proposed, actions, topics, parked, foot }
 *
 * `report` is the answer of /api/report, `name(action)` the name of who answers for an action.
 */
import { better, gap } from '../../ui/format.js';
import { plain } from '../../ui/plain.js';

const KEY_NUMBERS = [
  'gmv',
  'watch_uv',
  'avg_online',
  'avg_watch_sec',
  'new_follow',
  'clk_pay_rate',
  'uv_value',
  'wecom_new',
];
const MOST_NUMBERS = 5;
const MINUTE = 60_000;

export function content(report, tools) {
  return {
    title: report.title,
    under: under(report, tools),
    about: about(report, tools),
    shows: report.shows.map((show, n) => ({ title: show.title, numbers: numbers(show, n, tools) })),
    decisions: report.decisions.map((one) => way(one, tools)),
    // A node of the version before tells of neither.
    proposed: (report.proposed ?? []).map((one) => way(one, tools)),
    actions: (report.actions ?? []).map((one) => action(one, tools)),
    topics: report.topics.map((one) => ({ ...topic(one, tools), template: report.template })),
    parked: (report.parked ?? []).map((one) => ({ ...topic(one, tools), template: report.template })),
    foot: foot(report, tools),
  };
}

const joined = (parts) => [...new Set(parts.filter(Boolean))].join(' · ');

/** Whose show, and when. */
function under({ shows }, { f }) {
  const [first] = shows;
  if (!first) return '';
  const when = shows.length > 1
    ? shows.map(({ start }) => f.day(start))
    : [`${f.day(first.start)} ${span(first.start, first.end, f)}`];
  return joined([...shows.map(({ channel }) => channel), ...when]);
}

const span = (start, end, f) => (end ? `${f.time(start)}–${f.time(end)}` : f.time(start));

/** The review itself: the day, its minutes, how many did something in it. Who was there is stored nowhere. */
function about({ closedAt, counts }, { f, t }) {
  return joined([
    closedAt && f.day(closedAt),
    counts.reviewing >= MINUTE && t('report.minutes', { n: Math.round(counts.reviewing / MINUTE) }),
    counts.people > 0 && t('report.people', { n: counts.people }),
  ]);
}

/** The numbers that matter most, those with a goal first. */
function numbers({ values = {}, goals = {}, thresholds }, show, { f, t }) {
  const known = KEY_NUMBERS.filter((metric) => metric in values);
  const aimed = known.filter((metric) => metric in goals);
  const shown = [...aimed, ...known.filter((metric) => !aimed.includes(metric))].slice(0, MOST_NUMBERS);
  return known.filter((metric) => shown.includes(metric)).map((metric) => ({
    show,
    metric,
    value: values[metric],
    label: t(`metric.${metric}`),
    text: f.metric(metric, values[metric]),
    goal: metric in goals ? f.metric(metric, goals[metric]) : null,
    gap: gap(values[metric], goals[metric], better(metric), thresholds),
  }));
}

function way({ id, text, erased, owner, due, issues, votes, promotion, why }, { t, roleName }) {
  return {
    id,
    erased,
    role: owner,
    text: oneLine(plain(text)),
    owner: roleName(owner),
    due: due ?? null,
    why: why ? t('report.why', { why: oneLine(why) }) : null,
    from: joined([issues.map((no) => `#${no}`).join(' '), votes > 0 && t('report.votes', { n: votes })]),
    inPlaybook: promotion === 'done',
  };
}

function action({ id, text, erased, owner, state, due, ...one }, { f, t, roleName, name }) {
  return {
    id,
    erased,
    role: owner,
    state,
    text: oneLine(plain(text)),
    owner: name(one) ?? roleName(owner),
    due: due?.day ? f.date(Date.parse(`${due.day}T12:00:00Z`)) : due?.next ? t('report.nextShow') : null,
  };
}

function topic({ id, no, role, kind, text, erased, offset, votes, link }, { f, t, roleName }) {
  const number = link && [
    t(`metric.${link.metric}`),
    f.metric(link.metric, link.value),
    link.goal !== undefined && t('report.goal', { value: f.metric(link.metric, link.goal) }),
  ].filter(Boolean).join(' ');
  return {
    id,
    no,
    role,
    kind,
    erased,
    votes,
    text: oneLine(text),
    lane: roleName(role),
    at: joined([offset !== undefined && f.offset(offset), number]),
  };
}

const foot = ({ closedAt }, { f, t }) => closedAt ? t('report.closedAt', { time: f.when(closedAt) }) : '';

const oneLine = (text) => text.trim().replace(/\s*\n\s*/g, ' ');
