/** The room: what whoever steers has in the phase line, and what is said where somebody stands in. */
export const room = {
  facilitate: 'Facilitate',
  yours: 'You facilitate now',
  back: 'Back',
  reopen: 'Reopen',
  archive: 'Archive',
  unarchive: 'Bring back',
  backTo: 'Back to “{phase}”',
  next: 'Next',
  nextTo: 'Next: {phase}',
  unanswered: '{n} unanswered, go on to {phase}',
  unansweredShort: '{n} unanswered',
  reveal: 'Reveal cards',
  revealSure: ({ n }) => `${n} ${n === 1 ? 'person is' : 'people are'} still writing. Reveal?`,
  revealReady: 'Everyone is done. Reveal?',
  revealNotYet: 'Wait',
  revealGo: 'Reveal',
  stillVoting: '{n} still have votes',
};

export const timer = {
  left: 'Time left',
  overBy: 'over {clock}',
  soundOn: 'It will sound; press to mute',
  soundOff: 'Muted; press for sound',
  start: 'Time {n} min',
  minutes: '{n} min',
  pause: 'Pause',
  goOn: 'Go on',
  more: 'Add a minute',
  plus: '+1 min',
  stop: 'Stop the timer',
};

export const focus = {
  at: 'Everyone is at #{no}',
  letGo: 'Let go',
  away: 'Look elsewhere',
  back: 'Back to everyone',
};

export const taking = { gone: '{name} is not here', take: 'I will facilitate', back: 'Facilitate again' };
