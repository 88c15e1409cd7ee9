/** What the server's declarations call the commands. Written by a test run (DerivedFilesTests); nobody edits it. */
export const act = {
  organisation: {
    rename: 'Team name',
    label: 'Role name',
  },
  channel: {
    add: 'Add channel',
    rename: 'Rename channel',
  },
  invitation: {
    revoke: 'Revoke invitation',
  },
  member: {
    rename: 'Rename',
    assign: 'Roles',
    appoint: 'Lead',
    remove: 'Remove member',
  },
  show: {
    schedule: 'Schedule show',
    hide: 'Remove show',
    unhide: 'Bring show back',
    start: 'Start show',
    end: 'End show',
    plan: 'Change plan',
  },
  room: {
    open: 'Open room',
    archive: 'Archive room',
  },
  thresholds: {
    set: 'Traffic light',
  },
  file: {
    withdraw: 'Take file back',
    restore: 'Bring file back',
  },
  mapping: {
    forget: 'Forget columns',
    recall: 'Bring columns back',
  },
  template: {
    save: 'Save template',
    remove: 'Remove template',
    restore: 'Bring template back',
  },
  action: {
    add: 'Action',
    edit: 'Edit action',
    set: 'State of action',
    answer: 'Answer',
    unanswer: 'Take answer back',
    erase: 'Erase action',
    comment: 'Comment on action',
    defer: 'Answer later',
  },
  comment: {
    edit: 'Edit comment',
    withdraw: 'Withdraw comment',
    restore: 'Bring back comment',
    erase: 'Erase comment',
    post: 'Comment',
    react: 'Reaction to a comment',
  },
  goal: {
    set: 'Set goal',
    clear: 'Clear goal',
  },
  snapshot: {
    take: 'Numbers',
    withdraw: 'Take numbers back',
    restore: 'Bring numbers back',
  },
  series: {
    withdraw: 'Take minutes back',
    restore: 'Bring minutes back',
  },
  marker: {
    add: 'Add marker',
    edit: 'Edit marker',
    remove: 'Remove marker',
  },
  question: {
    log: 'Question',
    edit: 'Edit question',
    plus: '+1',
    answer: 'Answer',
    mark: 'Status',
    air: 'For the host',
    promote: 'Make a card',
    erase: 'Erase',
  },
  phase: {
    move: 'Change phase',
    plan: 'Plan minutes',
  },
  facilitator: {
    hand: 'Hand over',
    take: 'Take over',
  },
  cards: {
    reveal: 'Reveal cards',
  },
  votes: {
    budget: 'Vote budget',
    cap: 'Votes per card',
  },
  issue: {
    post: 'Card',
    edit: 'Edit card',
    withdraw: 'Withdraw card',
    restore: 'Bring back card',
    tag: 'Tag card',
    link: 'Link number',
    unlink: 'Unlink number',
    erase: 'Erase card',
    mark: 'Mark card',
    place: 'Move card',
    react: 'Reaction',
  },
  vote: {
    set: 'Vote',
  },
  solution: {
    propose: 'Solution',
    edit: 'Edit solution',
    drop: 'Drop solution',
    restore: 'Bring back solution',
    erase: 'Erase solution',
    promote: 'To the playbook',
    act: 'Make it an action',
    choose: 'Choose solution',
  },
  timer: {
    start: 'Start timer',
    pause: 'Pause timer',
    extend: 'Add time',
    stop: 'Stop timer',
    restore: 'Bring timer back',
  },
  focus: {
    set: 'Take everyone along',
  },
  ready: {
    set: 'Ready',
  },
  worth: {
    set: 'Worth it',
  },
  cause: {
    add: 'Why',
    reword: 'Reword why',
    drop: 'Drop why',
  },
  mentions: {
    read: 'Mentions read',
  },
  group: {
    make: 'Group cards',
    add: 'Add to group',
    remove: 'Take out of group',
    rename: 'Name group',
    dissolve: 'Take group apart',
    restore: 'Restore group',
  },
  hand: {
    people: 'Voters by hand',
    vote: 'Vote by hand',
  },
  entry: {
    write: 'Entry',
    edit: 'Edit entry',
    mark: 'Entry status',
    erase: 'Erase entry',
  },
};
