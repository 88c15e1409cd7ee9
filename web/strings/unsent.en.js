/** What is not saved, item by item. */
export const unsent = {
  by: 'Written by {name}, not sent',
  bySomeone: 'Written here before, not sent',
  votes: ({ n }) => (n === 1 ? '1 vote' : `${n} votes`),
  half: 'Half written, not submitted',
  adopt: 'Submit as me',
  sure: 'Discarded words cannot be brought back.',
  sureSent: 'It may have arrived already, and then stays; otherwise it is gone.',
  veiled: 'It may be an anonymous card: its words are hidden.',
  show: 'Show',
  leaving:
    '{n} not saved yet. If you sign out they stay on this device. They are sent when you sign in here again; until then whoever uses this device can read, submit or discard them.',
  stay: 'Stay',
  leave: 'Sign out anyway',
  none: 'Everything is saved.',
};

/** What a field that was left half written is for. */
export const draft = {
  issue: 'A card in a review',
  solution: 'A solution in a review',
  edit: 'A change in a review or on a show',
  answer: 'An answer on a show',
  question: 'A question on a show',
  promote: 'A question becoming a card',
  entry: 'A play in the playbook',
  erase: 'The reason of an erasure',
  other: 'A field elsewhere',
};
