/** Solutions and the plays they become. */
export const entryKind = { sop: 'SOP', script: 'Script', checklist: 'Checklist', play: 'Play', taboo: 'Taboo' };

export const stage = {
  before: 'Before',
  opening: 'Opening',
  explaining: 'Explaining',
  closing: 'Closing',
  switching: 'Switching',
  ending: 'Ending',
  after: 'After',
};

export const entryStatus = { trial: 'On trial', inForce: 'In force', retired: 'Retired' };
