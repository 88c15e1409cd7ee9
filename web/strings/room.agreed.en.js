/** The room: what was agreed last time. */
export const room = {
  agreed: {
    title: 'Agreed last time',
    titleFirst: 'Agreed to be done',
    none: 'Nothing is due.',
    notDue: 'Not due yet',
    answered: '{n} of {of} answered',
    answer: 'Answer',
    change: 'Change',
    missed: 'put off {n}×',
    by: '{name} answered at {at}',
    for: '{name} answered for them at {at}',
    later: 'Answered later',
    whyDropped: 'Why is it dropped? The answer counts once you say so.',
    whyNotYet: 'Not done for the {n}th time. What stood in the way? The answer counts once you say so.',
    reason: 'Reason',
    reasons: 'Usual reasons',
    unanswered: '{n} unanswered',
    laterMeans: 'What is put off is asked for once more before the end.',
    laterStill: 'The room may end without; the next one asks again.',
    putOff: 'Answer later',
    goBack: 'Go back and answer',
    act: 'Make it an action',
    acting: 'Becoming an action…',
  },
  answer: { done: 'Done', notYet: 'Not yet', dropped: 'Dropped' },
  reason: { hands: 'Nobody free', time: 'No time', how: 'Not clear how', needless: 'No longer needed' },
};

export const due = {
  label: 'Due',
  next: 'Next show',
  none: 'No date',
  day: 'Day',
  member: 'Who',
  anyone: 'Anyone of the role',
  what: 'What to do',
};
