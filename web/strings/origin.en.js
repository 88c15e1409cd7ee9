/** Where a figure is from. */
export const origin = {
  title: 'Where this number is from',
  definition: 'Definition',
  counted: 'as the platform counts it',
  version: 'version {n} of the definition',
  source: 'Source',
  newest: 'Newest part',
  derived: 'worked out by the formula, from the newest of its parts',
  unknown: 'not noted',
  median: (
    { n },
  ) => (n === 1 ? 'the one earlier show of this channel' : `the median of ${n} earlier shows of this channel`),
  proposed: 'the number its card was tied to when it was proposed; later numbers do not change it',
  proposedIn: 'the number of {show} when it was proposed; later numbers do not change it',
  noted: 'Note',
  notedThen: 'as it was when the card was tied to it; later numbers do not change it',
  notedWithdrawn: 'as it was when the card was tied to it; those numbers have been taken back since',
  from: { typed: 'typed by hand', summary: 'show summary', list: 'list of shows' },
};
