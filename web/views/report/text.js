/**
 * The report as Markdown, to paste into a group or a document. Pure.
 *
 *     text(content, { t }) → string
 */
import { kindOf } from '../../ui/kinds.js';

const MARKS = /[\\`*_[\]<>|~]/g;
/** What opens a heading, a list or a rule at the start of a line: `# 2` does, `#2` does not. */
const OPENING = /^(\s*)(#{1,6}(?=\s|$)|[+-](?=[\s-]|$)|=)/;
const NUMBERED = /^(\s*\d{1,9})([.)])(?=\s|$)/;

const unmarked = (words) => words.replace(MARKS, '\\$&');

/** What people wrote shows as it is: nothing of it becomes a link, a heading or a list. */
export const plain = (words) => unmarked(words).replace(OPENING, '$1\\$2').replace(NUMBERED, '$1\\$2');

export function text(content, { t }) {
  return [
    `# ${plain(content.title)}`,
    ...[content.under, content.about].filter(Boolean).map(plain),
    '',
    ...content.shows.flatMap(({ title, numbers }) =>
      numbers.length === 0 ? [] : [
        ...(content.shows.length > 1 ? [`**${plain(title)}**`] : []),
        numbers.map((one) => number(one, t)).join(' · '),
        '',
      ]
    ),
    ...section(
      t('report.decided', { n: content.decisions.length }),
      content.decisions,
      (one, n) => `${n + 1}. ${way(one, t)}`,
      t('report.nothing'),
    ),
    ...(content.proposed.length
      ? section(t('report.proposed', { n: content.proposed.length }), content.proposed, (one) => `- ${way(one, t)}`)
      : []),
    ...(content.actions.length
      ? section(
        t('report.actions', { n: content.actions.length }),
        content.actions,
        (one) => `- [${one.state === 'done' ? 'x' : ' '}] ${words(one, t)}${behind([one.owner, one.due])}`,
      )
      : []),
    ...(content.topics.length
      ? section(t('report.topics'), content.topics, (one, n) => `${n + 1}. ${topic(one, t)}`)
      : []),
    ...(content.parked.length
      ? section(t('report.parked', { n: content.parked.length }), content.parked, (one) => `- ${topic(one, t)}`)
      : []),
    content.foot,
  ].join('\n').trimEnd() + '\n';
}

const words = ({ text, erased }, t) => (erased ? t('report.erased') : plain(text));

const way = (one, t) =>
  words(one, t) +
  behind([
    one.owner,
    one.due && t('report.until', { due: one.due }),
    one.why,
    one.from,
    one.inPlaybook && t('report.inPlaybook'),
  ]);

const topic = (one, t) =>
  words(one, t) +
  behind([
    one.votes > 0 && t('report.votes', { n: one.votes }),
    `${one.lane} ${kindOf(one.kind, one.template).name}`,
    one.at,
  ]);

const behind = (parts) => {
  const told = parts.filter(Boolean).map(unmarked);
  return told.length ? ` — ${told.join(' · ')}` : '';
};

const number = ({ label, text, goal, gap }, t) =>
  `${label} ${text}${goal ? `（${t('report.goal', { value: goal })} ${gap?.text ?? ''}）` : ''}`;

function section(title, list, line, nothing) {
  return [`## ${title}`, ...(list.length ? list.map(line) : [nothing]), ''];
}
