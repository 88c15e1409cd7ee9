export const pair = {
  why: 'Scan with your phone: one person on two devices, one vote budget.',
  until: 'Good until {time}, once.',
};

export const invite = {
  roles: 'Roles offered',
  valid: 'Valid for',
  hours: { 1: '1 hour', 24: '1 day', 168: '7 days', 720: '30 days' },
  lead: 'Joins as a lead',
  make: 'Make link',
  holds: 'Good for {time} and up to {n} people. ',
  once: 'The link is shown this once; pass it on now.',
  another: 'Make another',
  validOnes: 'Still valid',
  left: 'until {until} · {n} uses left',
  revoke: 'Revoke',
};

export const members = {
  joined: 'joined {time}',
  devices: ({ n }) => (n === 0 ? 'signed in nowhere' : n === 1 ? 'signed in on 1 device' : `signed in on ${n} devices`),
  title: 'Members ({n})',
  lead: 'Lead',
  isLead: 'Is a lead',
  me: 'me',
  myName: 'My name',
  rename: 'Rename',
  remove: 'Remove',
  removeSure: 'Remove {name}',
};

export const settings = {
  next: '“{channel}” has no show yet.',
  name: 'Team name',
  channels: 'Channels',
  newChannel: 'Name of a new channel',
  ownLabel: 'Back to “{name}”',
  labels: 'What roles are called',
  light: {
    name: 'Traffic light',
    of: 'Traffic light of “{channel}”',
    means: 'Less than {near}% off the goal is green, {near}%–{far}% is amber, more than {far}% is red.',
    green: '< {near}%',
    amber: '{near}–{far}%',
    red: '> {far}%',
    near: 'Amber from',
    far: 'Red beyond',
    whole: 'A whole number from {least} to {most}.',
    order: 'Red must begin beyond amber.',
    newer: 'Someone has just set {near}–{far}%. Fields you have not touched follow; saving sets what stands in both.',
  },
};

export const share = {
  ownOnly:
    'Other devices cannot open {host}: it means whichever machine asks. Open this page by this machine’s address in your network, then make the link; where that does not open, start the server with --bind, such as --bind 0.0.0.0.',
  link: 'Link',
  code: 'QR code',
};

export const template = {
  copy: 'Save a copy',
  copyName: '{name} 2',
  unsaved: 'Your own template is not saved, and would be lost.',
  goBack: 'Back to it',
  openAnyway: 'Open the room without it',
  leave: 'Close without it',
  title: 'Template',
  usual: {
    review: 'One show (usual)',
    grai: 'GRAI: goal, result, analysis, insight',
    kiss: 'KISS: keep, improve, start, stop',
    kpt: 'KPT: keep, problem, try',
    '4l': '4L: liked, learned, lacked, longed for',
    aar: 'AAR: expected, happened, why, next',
  },
  own: 'A template of your own',
  make: 'Make your own',
  remove: 'Remove this template',
  name: 'Name of the template',
  kind: 'Name of kind {n}',
  hint: 'What to write (optional)',
  hints: 'What each phase says (optional; otherwise the usual)',
  hintOf: 'Said while in: {phase}',
  sense: 'Which sort it is',
  more: 'One more',
  incomplete: 'Give the template a name and at least one kind; no name twice.',
};

/** The list of all reviews. */
export const reviews = {
  allChannels: 'All channels',
  period: 'Period',
  always: 'Any time',
  lastDays: 'Last {n} days',
  phase: 'Phase',
  allPhases: 'All phases',
  open: 'Not closed',
  count: ({ n }) => (n === 1 ? '1 review' : `${n} reviews`),
  issues: ({ n }) => (n === 1 ? '1 card' : `${n} cards`),
  solutions: ({ n }) => (n === 1 ? '1 solution' : `${n} solutions`),
  and: ', ',
  more: ({ n }) => `${n} more`,
};
