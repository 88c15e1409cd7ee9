export const playbook = {
  write: 'Write an entry', edit: 'Edit entry', export: { md: 'Export Markdown', csv: 'Export CSV' }, index: 'Index', allRoles: 'All roles',
  waiting: 'On trial, waiting for verification', anyStage: 'Any stage', none: 'The playbook is empty. Solutions from reviews end up here.',
  noMatch: 'Nothing for this role yet', showRetired: 'Show {n} retired', showCurrent: 'Back to current entries', trigger: 'When',
  triggerHint: 'In which situation', version: 'Version {n}', origin: 'from {room}', evidence: 'Evidence',
  known: 'when proposed: {value}', knownAgainst: 'when proposed: {value} ({against})', goal: 'goal {value}', last: 'last show {value}', comma: ', ',
  verified: 'Verified', verifyHint: 'In which show was “{title}” seen to work? It is kept with the entry.', seenIn: 'In which show', whichShow: 'Choose a show', noShowSince: 'No other show has begun since it was written. Come back when one has used it.',
  seenHow: 'What was seen', seenHint: 'e.g. away for 40 seconds, nobody left', text: 'What to do (steps or words)',
  mark: { trial: 'Put on trial', inForce: 'Verified', retired: 'Retire' }, newer: 'Someone just changed it to this', keepMine: 'Use mine',
  discard: 'Discard',
};
