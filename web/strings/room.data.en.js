/** The review room: preparing, and the pages of data. */
const counted = (n, one, many) => (n === 1 ? `1 ${one}` : `${n} ${many}`);

export const room = {
  agenda: 'How this review goes',
  facilitatedBy: ({ name, n }) => `${name} facilitates · ${counted(n, 'vote', 'votes')} each`,
  agendaOf: {
    goals: 'How much was reached, and where it fell short',
    show: 'The minute curve: what happened at peaks and troughs',
    comparison: 'Against the last show and the median of seven',
    collect: 'Every role writes mistakes, puzzles, experience: write before you speak',
    vote: 'Choose what is worth discussing',
    solve: 'Agree what to do, who, until which show',
  },
  has: {
    snapshots: 'Numbers',
    minutes: 'Minute curve',
    markers: 'Markers',
    questions: 'User questions',
  },

  level: {
    red: '{n} short by over {far} %',
    amber: '{n} short by {near}–{far} %',
    green: '{n} reached or close',
    unknown: '{n} without a number',
  },
  noGoals: 'This show has no goals.',
  noActual: 'no number',
  points: '{n} pp',
  lastShow: 'Last {date}',
  column: {
    metric: 'Metric',
    goal: 'Goal',
    actual: 'Actual',
    attained: 'Reached',
    gap: 'Gap',
    last: 'Last show',
    act: 'Write a card',
    now: 'This show',
    change: 'Change',
    median: 'Median of {n}',
    trend: 'Trend',
    solution: 'Solution',
    kind: 'Kind',
    owner: 'Owner',
    due: 'Due',
    playbook: 'Playbook',
  },
  medianShort: 'median',
  medianOf: ({ n }) => `${counted(n, 'show has', 'shows have')} it`,
  comparedWith: ({ title, date, n }) =>
    `The last show was ${title} on ${date}; the median is over ${
      counted(n, 'earlier show', 'earlier shows')
    } of this channel.`,
  noPast: 'This channel has no earlier show to compare with.',
  chartLoading: 'The minute curve is being drawn…',
  chartFailed: 'The chart could not be loaded.',
  curveRange: 'highest {most} · lowest {least}',
  compareWith: 'Overlay',
  peak: 'Peak',
  peaks: 'Peaks',
  trough: 'Trough',
  troughs: 'Troughs',
  turnsHint: 'Press a moment: the curve zooms to it and a card begins there.',
  wholeShow: 'Whole show',
  questions: 'Questions',
  askedAt: ({ at, n }) => `from ${at}: ${counted(n, 'person', 'people')} asked`,
  erased: '(erased)',
};

export const prepare = {
  data: 'Is the data there?',
  lacking: ({ n }) => `${counted(n, 'thing is', 'things are')} missing`,
  complete: 'all there',
  items: ({ n }) => counted(n, 'number', 'numbers'),
  open: '{n} without an outcome',
  fill: 'Add',
  fillIn: 'Add: {what}',
  goals: 'Goals',
  goalsAbout: '{n} · what was reached is looked at together, under Data',
  change: 'Change goals',
  more: '{n} more',
};
