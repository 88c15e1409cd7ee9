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
  },
  facilitator: {
    hand: 'Hand over',
  },
  cards: {
    reveal: 'Reveal cards',
  },
  votes: {
    budget: 'Vote budget',
  },
  issue: {
    post: 'Card',
    edit: 'Edit card',
    withdraw: 'Withdraw card',
    tag: 'Tag card',
    link: 'Link number',
    unlink: 'Unlink number',
    erase: 'Erase card',
  },
  vote: {
    set: 'Vote',
  },
  solution: {
    propose: 'Solution',
    edit: 'Edit solution',
    drop: 'Drop solution',
    erase: 'Erase solution',
    promote: 'To the playbook',
  },
  entry: {
    write: 'Entry',
    edit: 'Edit entry',
    mark: 'Entry status',
    erase: 'Erase entry',
  },
};
