/** What a command is about and what it asks for, where its own words do not say so: a vote names its card. Pure. */
import { t } from './words.js';

const MOST = 24;
const KINDS = ['issue', 'solution', 'question', 'entry', 'marker', 'channel', 'member'];

/** The record it names, with its number and the beginning of its words; by what was kept with it (`about`) when that is not here. */
export function subjectOf(app, { log, args, about }) {
  for (const kind of KINDS) {
    if (typeof args[kind] !== 'string') continue;
    if (kind === 'member') return app.name(args.member);
    const record = app.records.log(log).get(kind, args[kind]);
    if (!record) return about ?? null;
    const words = [...(record.title ?? record.name ?? record.text ?? '')];
    return [numberOf(record), words.slice(0, MOST).join('') + (words.length > MOST ? '…' : '')].filter(Boolean).join(
      ' ',
    );
  }
  return null;
}

export const numberOf = (record) => (record?.no ? `#${record.no}` : null);

/** The number of the record a command names, to be kept with it: its words are not this member's to keep. */
export function aboutOf(records, { issue, question, entry }) {
  return numberOf(records.get('issue', issue) ?? records.get('question', question) ?? records.get('entry', entry)) ??
    undefined;
}

/** What it asks for: how many votes, which phase. */
export function wishOf({ op, args }) {
  if (op === 'vote.set') return t('unsent.votes', { n: args.votes });
  return op === 'phase.move' ? t(`phase.${args.phase}`) : null;
}
