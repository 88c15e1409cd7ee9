/** The search. */
export const search = {
  placeholder: 'Cards, playbook, questions, shows…',
  begin: 'Type two characters to begin.',
  none: 'Nothing has “{words}”.',
  count: ({ n }) => (n === 1 ? '1 hit' : `${n} hits`),
  all: 'All',
  more: ({ n }) => `${n} more`,
  groups: 'Groups',
  group: {
    issues: 'Cards',
    entries: 'Playbook',
    solutions: 'Solutions',
    actions: 'Actions',
    questions: 'Questions',
    comments: 'Comments',
    markers: 'On the curve',
    shows: 'Shows',
  },
  kind: { show: 'Show', room: 'Review' },
  keys: '↑↓ choose · Enter opens · Tab next group · Esc closes',
  hidden: 'Cards not turned and words erased are not found',
  here: 'Offline: only what this device holds',
};
