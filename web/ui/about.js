/** What a command is about and what it asks for, where its own words do not say so: a vote names its card. Pure. */
import { named, numberOf } from '../core/target.js';
import { t } from './words.js';

const MOST = 24;

/** The record it names, with its number and the beginning of its words; by what was kept with it (`about`) when that is not here. */
export function subjectOf(app, { log, op, args, about }) {
  const target = named({ op, args });
  if (!target) return null;
  if (target.kind === 'member') return app.name(target.id);
  const record = app.records.log(log).get(target.kind, target.id);
  if (!record) return about ?? null;
  const words = [...(record.title ?? record.name ?? record.text ?? '')];
  const begun = words.slice(0, MOST).join('') + (words.length > MOST ? '…' : '');
  return [numberOf(record), begun].filter(Boolean).join(' ');
}

/** What it asks for: how many votes, which phase, which tags, how far off is red. */
export function wishOf({ op, args }) {
  if (op === 'issue.tag') return args.tags?.map((tag) => `#${tag}`).join(' ');
  if (op === 'thresholds.set') return `${args.near}–${args.far}%`;
  if (op === 'vote.set') return t('unsent.votes', { n: args.votes });
  return op === 'phase.move' ? t(`phase.${args.phase}`) : null;
}
